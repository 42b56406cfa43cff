import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Call } from "../call";
import type { CallStory } from "../call-story";
import type { CallSummary } from "../call-summary";
import { tellCall } from "../story/tell-call";
import { createTraceReader } from "../trace-reader";
import type { TraceTotals } from "../trace-totals";

export type RealTrace = {
  calls: Call[];
  summaries: CallSummary[];
  totals: TraceTotals;
  /** The call and its legs, the asked one first: what a page would show. */
  withLegs(number: number): Call[];
  story(number: number): CallStory;
};

export function bytesOfTrace(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`${name}.pcap`, import.meta.url)));
}

/** Reads a capture of this folder as the program does, its calls in the order of their numbers. */
export function readRealTrace(name: string): RealTrace {
  const handedOut: { call: Call; summary: CallSummary }[] = [];
  const reader = createTraceReader({ onCall: (call, summary) => handedOut.push({ call, summary }) });
  reader.push(bytesOfTrace(name));
  const totals = reader.end();
  handedOut.sort((one, other) => one.call.number - other.call.number);
  const calls = handedOut.map(({ call }) => call);
  const withLegs = (number: number) => legsOf(calls, number);
  return {
    calls,
    summaries: handedOut.map(({ summary }) => summary),
    totals,
    withLegs,
    story(number) {
      const [asked, ...legs] = withLegs(number);
      if (!asked) throw new Error(`${name} holds no call ${number}`);
      return tellCall(asked, legs, totals.sightings);
    },
  };
}

function legsOf(calls: readonly Call[], number: number): Call[] {
  const asked = calls.find((call) => call.number === number);
  const numbers = [number, ...(asked?.legs ?? []).map(({ call }) => call)];
  return numbers.flatMap((one) => calls.find((call) => call.number === one) ?? []);
}
