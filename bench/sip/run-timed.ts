import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Ran = { tookMs: number; output: string };

/** Runs a program to its end, start-up included; throws in words when it fails. `input` goes to its standard input. */
export async function runTimed(program: string, args: string[], input?: Iterable<Uint8Array>): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: [input ? "pipe" : "ignore", "pipe", "pipe"] });
  const said = collect(child);
  const ended = once(child, "close");
  if (input && child.stdin) await pipeline(Readable.from(input), child.stdin).catch(() => {});
  const [code] = await ended;
  const tookMs = performance.now() - begun;
  const { output, complaint } = said();
  if (code !== 0) throw new Error(complaint.trim().split("\n").at(-1) || `${program} ended with ${code}`);
  return { tookMs, output };
}

/** tshark prints a line for each message; only the end of what is said is kept. */
function collect(child: ChildProcess): () => { output: string; complaint: string } {
  const KEPT = 20_000;
  let [output, complaint] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text) => (output = (output + text).slice(-KEPT)));
  child.stderr?.setEncoding("utf8").on("data", (text) => (complaint = (complaint + text).slice(-KEPT)));
  return () => ({ output, complaint });
}
