import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** One document: how long it took, how large it became, and the most memory its process ever held. */
export type Turn = { tookMs: number; bytes: number; pages: number; peakMiB: number };

/** A process that writes the document whenever it is asked. */
export type Writer = { write: () => Promise<Turn>; stop: () => void };

const MOST_MS = 180_000;

/** Starts a writer; it fails in words when the process ends or takes longer than three minutes. */
export async function startWriter(script: string, args: readonly string[]): Promise<Writer> {
  const child = fork(script, args, { stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    complaint = `${complaint}${text}`.slice(-20_000);
  });
  const stop = () => {
    if (child.connected) child.disconnect();
    child.kill();
  };
  try {
    await nextMessage(child, () => complaint);
  } catch (error) {
    stop();
    throw error;
  }
  return {
    stop,
    write: async () => {
      child.send("write");
      return (await nextMessage(child, () => complaint)) as Turn;
    },
  };
}

async function nextMessage(child: ChildProcess, complaint: () => string): Promise<unknown> {
  const over = new AbortController();
  const { signal } = over;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message),
      once(child, "exit", { signal }).then(() =>
        Promise.reject(new Error(errorLine(complaint()) || "it ended")),
      ),
      pause(MOST_MS, undefined, { signal }).then(() =>
        Promise.reject(new Error(`it was not done within ${MOST_MS / 1000} seconds`)),
      ),
    ]);
  } finally {
    over.abort();
  }
}

/** The line of a complaint that names the error; programs say a lot around it. */
function errorLine(text: string): string {
  const line =
    text.split("\n").find((candidate) => /^\S*Error\b.*: /.test(candidate)) ?? text.trim().split("\n")[0];
  return (line ?? "").slice(0, 200);
}
