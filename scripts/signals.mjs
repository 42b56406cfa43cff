/** Calls `end` at the first Ctrl-C or polite kill, to end things in their order; a second one ends this process at once. */
export function onFirstSignal(end) {
  // A terminal that was closed takes no more words, and that must not end the process in the middle of stopping.
  process.stdout.on("error", () => {});
  let count = 0;
  const onSignal = () => {
    count += 1;
    if (count > 1) process.exit(130);
    end();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  onceOrphaned(onSignal);
}

// npm starts scripts through a shell that dies of a kill without passing it on; who sent it wanted us to stop as well.
function onceOrphaned(end) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    end();
  }, 1_000);
  watch.unref();
}
