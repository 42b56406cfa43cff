// Starting the programs that take part in a trace, and ending them again: by their process ids, and never later than asked.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const LONGEST_MS = 30_000;

/** The programs of one trace. `folder` is a scratch folder for what they read and write. */
export function createStage(folder) {
  const running = [];
  return {
    folder,
    /** Starts a program; `ended` gives its exit code, or its signal. */
    start(command, args, { environment = {}, name = command } = {}) {
      const log = openSync(join(folder, `${name}-${running.length}.log`), "w");
      const child = spawn(command, args, {
        cwd: folder,
        env: { ...process.env, HOME: folder, ...environment },
        stdio: ["ignore", log, log],
      });
      const limit = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
      const ended = new Promise((tell) => {
        child.on("error", (error) => tell(error.message));
        child.on("exit", (code, signal) => tell(code ?? signal));
      }).finally(() => clearTimeout(limit));
      const program = { name, ended, stop: (signal = "SIGTERM") => stop(child, ended, signal) };
      running.push(program);
      return program;
    },
    /** Ends whatever still runs, the last started first. */
    async clear() {
      for (const program of running.reverse()) await program.stop();
    },
  };
}

async function stop(child, ended, signal) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  const isOver = await Promise.race([ended.then(() => true), wait(4000, false)]);
  if (!isOver) child.kill("SIGKILL");
  return ended;
}

/** Waits for a program that ends by itself and must end well. */
export async function finished(program) {
  const code = await program.ended;
  if (code !== 0) throw new Error(`${program.name} ended with ${code}: its log tells why`);
}

/** Captures what passes the loopback interface and meets the filter. */
export async function capture(stage, { file, filter }) {
  const program = stage.start("tcpdump", [
    "-i",
    "lo",
    "-n",
    "-U",
    "--immediate-mode",
    "-s",
    "0",
    "-w",
    file,
    filter,
  ]);
  await wait(700);
  return {
    async end() {
      await wait(400);
      await program.stop("SIGINT");
    },
  };
}
