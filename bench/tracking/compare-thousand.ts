// Compares one marked flow with so many candidates of 90 seconds, by watermark and by timing, and says what it took:
// compare-thousand CANDIDATES numbers|order THREADS. It is run as a program of its own.
import { performance } from "node:perf_hooks";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { boundInput } from "@/lib/call-tracking/comparison/bound-input";
import type { ComparisonInput } from "@/lib/call-tracking/comparison/comparison-input";
import { concludeComparison } from "@/lib/call-tracking/comparison/conclude-comparison";
import type { Evidence } from "@/lib/call-tracking/comparison/examine-candidate";
import { examineCandidates } from "@/lib/call-tracking/comparison/examine-candidates";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { manyCandidates, thePartner } from "./many-candidates";

const MEBIBYTE = 2 ** 20;

type Share = { input: ComparisonInput; flows: PacketFlow[] };

if (isMainThread) await measure();
else {
  const { input, flows } = workerData as Share;
  parentPort?.postMessage(examineCandidates(input, flows));
}

async function measure(): Promise<void> {
  const [candidates = "1000", headers, threads = "1"] = process.argv.slice(2);
  const input = manyCandidates(Number(candidates), headers === "numbers");
  const before = memoryMiB();
  let peakMiB = before;
  const begun = performance.now();
  const used = process.cpuUsage();
  const bounded = boundInput(input);
  const { flows } = bounded.second;
  const middle = threads === "2" ? flows.length >> 1 : flows.length;
  const others = middle < flows.length ? inThread({ input, flows: flows.slice(middle) }) : [];
  const evidence = examineCandidates(bounded, flows.slice(0, middle), () => {
    peakMiB = Math.max(peakMiB, memoryMiB());
  });
  const result = concludeComparison(bounded, [...evidence, ...(await others)]);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  const isFound = result.verdict.word === "match" && result.candidates[0]?.flow.id === thePartner;
  const processorSeconds = (user + system) / 1e6;
  console.log(JSON.stringify({ seconds, processorSeconds, grownMiB: peakMiB - before, isFound }));
}

/** This same file in a thread of its own. Of the input it is sent only what it needs. */
function inThread({ input: { first, watermark, settings, second }, flows }: Share): Promise<Evidence[]> {
  const input = { first, watermark, settings, second: { ...second, flows: [] } };
  const worker = new Worker(new URL(import.meta.url), { workerData: { input, flows } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function memoryMiB(): number {
  return process.memoryUsage.rss() / MEBIBYTE;
}
