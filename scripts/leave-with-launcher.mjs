// Loaded into the web server before Next. When the launcher dies without a word (kill -9), the channel to it closes, and the
// server leaves as well: else it would hold the port against the next start. The processes that Next's development server
// starts load this too, and have a channel of their own to it that is none of our business.
if (process.ppid === Number(process.env.NIGHTJAR_LAUNCHER)) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
