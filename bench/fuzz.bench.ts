// A million spoiled captures, messages and logs, each from its own number, through every reader of signalling: how many
// exceptions, how long the slowest took, and the most memory that a process of them ever held.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { bundleProgram } from "./sip/bundle-program";
import { runTimed } from "./sip/run-timed";

const MUTATIONS = 1_000_000;
const IN_PROCESS = 125_000;

type Result = {
  exceptions: number;
  faults: string[];
  slowest: { number: number; tookMs: number };
  peakMiB: number;
};

const folder = await mkdtemp(join(tmpdir(), "nightjar-bench-"));
try {
  await measure();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const program = await bundleProgram("bench/fuzz/spoil", folder);
  const firsts = Array.from({ length: MUTATIONS / IN_PROCESS }, (_, place) => place * IN_PROCESS);
  const results: Result[] = [];
  const takeTurns = async () => {
    for (let first = firsts.shift(); first !== undefined; first = firsts.shift()) {
      results.push(await spoil(program, first));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, takeTurns));
  const most = (values: number[]) => Math.max(...values);
  printFigures("fuzz", {
    mutations: results.length * IN_PROCESS,
    exceptions: results.reduce((sum, { exceptions }) => sum + exceptions, 0),
    slowestMs: most(results.map(({ slowest }) => slowest.tookMs)),
    peakMiB: most(results.map(({ peakMiB }) => peakMiB)),
  });
}

async function spoil(program: string, first: number): Promise<Result> {
  const { output } = await runTimed(process.execPath, [program, String(first), String(IN_PROCESS)]);
  const result = JSON.parse(output) as Result;
  const { slowest, exceptions, faults } = result;
  say(
    `${first} to ${first + IN_PROCESS}: ${exceptions} exceptions, slowest ${threeDigits(slowest.tookMs)} ms (${slowest.number})`,
  );
  for (const fault of faults) say(`  ${fault}`);
  return result;
}
