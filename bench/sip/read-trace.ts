// In a process of its own: reads a trace from each file named, or from standard input, and says of each what was found and
// how long it took; at the end, the most memory that the process ever held.
import { createReadStream } from "node:fs";
import { performance } from "node:perf_hooks";
import { createTraceReader } from "@/lib/sip/trace-reader";

const CHUNK_BYTES = 1024 * 1024;

const paths = process.argv.slice(2);
const sources = paths.length > 0 ? paths.map((path) => () => openFile(path)) : [() => process.stdin];
const rounds = [];
for (const open of sources) rounds.push(await readOne(open()));
console.log(JSON.stringify({ rounds, peakMiB: process.resourceUsage().maxRSS / 1024 }));

function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK_BYTES });
}

async function readOne(source: AsyncIterable<Uint8Array>) {
  const begun = performance.now();
  const found = { calls: 0, streams: 0 };
  const reader = createTraceReader({
    onCall(call) {
      found.calls += 1;
      found.streams += call.streams.length;
    },
  });
  for await (const chunk of source) reader.push(chunk);
  const { messages, packets } = reader.end();
  return { ...found, messages, packets, tookMs: performance.now() - begun };
}
