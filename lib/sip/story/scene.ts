import type { Call } from "../call";
import { newProgress, type Progress, takeMessage } from "../call-progress";
import type { Host } from "../call-story";
import { type Dialog, dialogsOf } from "../dialog";
import { type Transaction, transactionsOf } from "../transaction";
import { nameColumns } from "./columns";
import { type Described, describedMedia } from "./described-media";
import { type Line, readLines } from "./line";
import { markRepeats } from "./repeats";

/** Everything that the parts of a story are told from. */
export type Scene = {
  /** The asked one first, then its legs. */
  calls: Call[];
  lines: Line[];
  hosts: Host[];
  transactions: Transaction[];
  dialogs: Dialog[];
  described: Described[];
  /** How far each call came, by its number. */
  progress: Map<number, Progress>;
};

export function setScene(calls: Call[]): Scene {
  const lines = readLines(calls);
  const hosts = nameColumns(lines);
  markRepeats(lines);
  return {
    calls,
    lines,
    hosts,
    transactions: transactionsOf(lines),
    dialogs: dialogsOf(lines),
    described: describedMedia(lines),
    progress: new Map(calls.map((call) => [call.number, progressOf(call, lines)])),
  };
}

function progressOf({ kind, number }: Call, lines: Line[]): Progress {
  const progress = newProgress(kind);
  for (const line of lines) if (line.call === number) takeMessage(progress, line.facts, line.seen.at);
  return progress;
}

/** Requests outside a dialog as their first hop saw them: retransmissions and further hops left out. */
export function beginnings(scene: Scene, method: string): (Transaction & { request: Line })[] {
  return scene.transactions.filter(
    (one): one is Transaction & { request: Line } =>
      one.method === method && one.request !== undefined && one.request.facts.toTag === "" && !one.parent,
  );
}

/** The column of an address (and port, where that address is several columns). */
export function columnAt(hosts: Host[], address: string, port?: number): string | undefined {
  const found = hosts.filter((host) => host.address === address);
  if (found.length < 2) return found[0]?.id;
  return found.find(({ ports }) => port !== undefined && ports.includes(port))?.id;
}

export function numbersOf(lines: (Line | undefined)[]): number[] {
  const numbers = lines.flatMap((line) => (line ? [line.number] : []));
  return [...new Set(numbers)].sort((a, b) => a - b);
}
