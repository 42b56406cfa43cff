// For tests only: traces in a case, read in this very thread.
import { Readable } from "node:stream";
import { NOW } from "@/lib/account/test-people";
import type { OwnedCase } from "@/lib/cases/case";
import { addEvidence } from "@/lib/evidence/commands";
import type { EvidenceFileId, TraceId } from "@/lib/platform/ids";
import { addTrace } from "./commands/add-trace";
import { readTrace } from "./commands/read-trace";
import { readHere } from "./read-here";

export async function addCapture(
  opened: OwnedCase,
  bytes: Uint8Array,
  name = "call.pcap",
): Promise<EvidenceFileId> {
  const source = Readable.from([Buffer.from(bytes)], { objectMode: false });
  const given = { name, declaredType: "", note: "", source, maxBytes: 100_000_000 };
  const file = await addEvidence(opened, given, NOW);
  if (!file.ok) throw new Error(`A capture of the test was refused: ${file.code}`);
  return file.value;
}

/** A trace of a capture that nobody has read yet. */
export async function traceOf(opened: OwnedCase, bytes: Uint8Array, name?: string): Promise<TraceId> {
  const trace = await addTrace(opened, await addCapture(opened, bytes, name), NOW);
  if (!trace.ok) throw new Error(`A trace of the test was refused: ${trace.code}`);
  return trace.value;
}

/** A trace that is read. */
export async function readTraceOf(opened: OwnedCase, bytes: Uint8Array, name?: string): Promise<TraceId> {
  const traceId = await traceOf(opened, bytes, name);
  await readTrace(opened, { traceId, read: readHere, clock: () => NOW });
  return traceId;
}
