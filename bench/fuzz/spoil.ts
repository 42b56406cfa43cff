// In a process of its own: runs the readers on a range of spoiled inputs, and says what went wrong and how long the slowest took.
import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fuzz, ownSeeds, sampleSeeds } from "@/lib/sip/test-fuzzing";

const SAMPLES = "../shared/samples";
const LISTED = 10;

const [first = 0, count = 0] = process.argv.slice(2).map(Number);
const [own, samples] = [
  ownSeeds(),
  existsSync(SAMPLES) ? sampleSeeds(SAMPLES) : { messages: [], traces: [] },
];
const seeds = {
  messages: [...own.messages, ...samples.messages],
  traces: [...own.traces, ...samples.traces],
};
const faults: string[] = [];
let exceptions = 0;
let slowest = { number: 0, tookMs: 0 };
for (let number = first; number < first + count; number += 1) run(number);
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ exceptions, faults, slowest, peakMiB }));

function run(number: number): void {
  const begun = performance.now();
  try {
    fuzz(seeds, number);
  } catch (error) {
    exceptions += 1;
    if (faults.length < LISTED)
      faults.push(
        `${number}: ${String((error as Error).stack)
          .split("\n")
          .slice(0, 3)
          .join(" ")}`,
      );
  }
  const tookMs = performance.now() - begun;
  if (tookMs > slowest.tookMs) slowest = { number, tookMs };
}
