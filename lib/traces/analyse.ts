import { quickResult } from "@/lib/caller-identity/quick-result";
import type { CaptureFinding } from "@/lib/captures/capture-finding";
import { unpacked } from "@/lib/captures/unpack";
import { type Key, sealJson } from "@/lib/platform/sealed";
import { createTraceReader } from "@/lib/sip/trace-reader";
import { createPartPacker } from "./pack-parts";
import { type PartKind, partContext, type SealedPart } from "./part";
import type { ReadingEnd } from "./trace";

export type Progress = { readBytes: number; messages: number; calls: number };

/** Who listens to an analysis. It waits while a part is being stored, so that parts do not pile up. */
export type AnalysisListener = {
  part(part: SealedPart): Promise<void>;
  progress(progress: Progress): void;
};

/** The trace to read: its bytes as stored, its id, and the key that seals what is found. */
export type AnalysisInput = { source: AsyncIterable<Uint8Array>; traceId: string; key: Key };

/** The most that a zipped capture may unpack to, in bytes. */
const MAX_UNPACKED_BYTES = 20_000_000_000;

/**
 * Reads a stored file as a SIP trace, from packets to calls, in one pass. What it finds goes to the listener in sealed parts;
 * memory is bounded by the calls that are open at one time.
 */
export async function analyseTrace(
  { source, traceId, key }: AnalysisInput,
  listener: AnalysisListener,
): Promise<ReadingEnd> {
  const waiting: SealedPart[] = [];
  const progress: Progress = { readBytes: 0, messages: 0, calls: 0 };
  const keep = (kind: PartKind, ordinal: number, value: unknown) =>
    waiting.push({ kind, ordinal, sealed: sealJson(key, value, partContext(traceId, kind, ordinal)) });
  const packer = createPartPacker({
    calls: (ordinal, calls) => keep("calls", ordinal, calls),
    index: (ordinal, lines) => keep("index", ordinal, lines),
  });
  const reader = createTraceReader({
    onCall(call, summary) {
      progress.calls += 1;
      progress.messages += call.messages.length;
      packer.add(call, summary, quickResult(call));
    },
  });
  const store = async () => {
    for (const part of waiting.splice(0)) await listener.part(part);
  };
  const unpacking: CaptureFinding[] = [];
  const counted = countBytes(source, progress);
  for await (const chunk of unpacked(counted, MAX_UNPACKED_BYTES, (code) =>
    unpacking.push({ code, count: 1 }),
  )) {
    reader.push(chunk);
    await store();
    listener.progress(progress);
  }
  const totals = reader.end();
  packer.end();
  await store();
  return { totals, unpacking };
}

async function* countBytes(source: AsyncIterable<Uint8Array>, progress: Progress) {
  for await (const chunk of source) {
    progress.readBytes += chunk.length;
    yield chunk;
  }
}
