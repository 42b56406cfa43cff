import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { CaptureSink } from "@/lib/captures/capture-sink";
import { createPacketReader } from "@/lib/captures/packet-reader";
import { unpacked } from "@/lib/captures/unpack";
import type { ListingProgress } from "./capture";

/** The most that a zipped capture may unpack to, in bytes. */
export const MAX_UNPACKED_BYTES = 20_000_000_000;

/** What reading a capture gave beside what its sink took. */
export type PacketsRead = { findings: CaptureFinding[]; packets: number };

/** Reads a stored capture, zipped or not, from beginning to end into a sink. */
export async function readPackets(
  source: AsyncIterable<Uint8Array>,
  sink: CaptureSink,
  tell: (progress: ListingProgress) => void = () => undefined,
): Promise<PacketsRead> {
  const reader = createPacketReader(sink);
  const findings: CaptureFinding[] = [];
  const progress = { readBytes: 0, packets: 0 };
  const counted = countBytes(source, progress);
  for await (const chunk of unpacked(counted, MAX_UNPACKED_BYTES, (code) =>
    findings.push({ code, count: 1 }),
  )) {
    reader.push(chunk);
    progress.packets = reader.packets;
    tell(progress);
  }
  reader.end();
  return { findings: [...findings, ...reader.findings], packets: reader.packets };
}

async function* countBytes(source: AsyncIterable<Uint8Array>, progress: { readBytes: number }) {
  for await (const chunk of source) {
    progress.readBytes += chunk.length;
    yield chunk;
  }
}
