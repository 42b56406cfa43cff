import type { PacketFlow } from "../flows/packet-flow";
import { createCaptureRewriter } from "./capture-rewriter";
import type { RewriteFinding } from "./rewrite-finding";

export type Rewriting = {
  /** The flow whose packets are delayed, as the collector gave it for the same file, with `frame`. */
  flow: PacketFlow;
  /** Microseconds by which the packet at this index of the flow comes later: 0 to an hour. */
  delayOf(index: number): number;
  /** Late packets that are held at a time, in bytes. */
  heldBytes?: number;
};

export type Rewritten = {
  /** The new file; to be read once, to its end. */
  bytes: AsyncGenerator<Uint8Array>;
  /** Complete when `bytes` has ended. */
  findings(): RewriteFinding[];
  /** Packets that were given another time. */
  delayed(): number;
};

/**
 * Writes an unpacked pcap or pcapng file anew, with packets of one flow delayed: only their times change, and they move
 * behind what then comes before them. All other records keep their bytes, and their order among themselves. Nothing
 * throws but `source` and `delayOf` themselves; what could not be done is a finding. From damage on, everything is
 * copied as it is. The same input gives the same bytes, however it comes in pieces.
 */
export function rewriteCapture(source: AsyncIterable<Uint8Array>, rewriting: Rewriting): Rewritten {
  const rewriter = createCaptureRewriter(rewriting);

  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      const ready = rewriter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      if (ready.length > 0) yield ready;
    }
    const rest = rewriter.end();
    if (rest.length > 0) yield rest;
  }

  return { bytes: bytes(), findings: rewriter.findings, delayed: rewriter.delayed };
}
