import type { CaptureFindings } from "../capture-findings";
import type { CaptureSink } from "../capture-sink";
import { holds } from "../layers/layer";
import type { PacketInHand } from "../packet-in-hand";
import type { PacketLimits } from "../packet-limits";
import { addFragment, dropOldest, isNew, newAssociation, type SctpAssociation } from "./sctp-association";
import { type DataChunk, nextChunk, readDataChunk } from "./sctp-chunk";

/** The user messages of SCTP associations (RFC 9260; RFC 4168 for SIP). */
export type SctpMessages = {
  /** Takes the SCTP packet at the start of the packet in hand. */
  take(packet: PacketInHand): void;
  end(): void;
};

const commonHeaderBytes = 12;
const chunkHeaderBytes = 4;

/** Messages are given as they become whole, not in the order of their streams, which a capture may have lost. */
export function createSctpMessages(
  sink: CaptureSink,
  findings: CaptureFindings,
  limits: PacketLimits,
): SctpMessages {
  const associations = new Map<string, SctpAssociation>(); // the one unused for longest comes first
  let waitingBytes = 0;

  function associationOf(packet: PacketInHand, tag: number): SctpAssociation {
    const { source, sourcePort, destination, destinationPort } = packet;
    const key = `${source} ${sourcePort} ${destination} ${destinationPort} ${tag}`;
    const association = associations.get(key) ?? newAssociation(key);
    associations.delete(key);
    associations.set(key, association);
    if (associations.size > limits.associations) forgetOldest(packet.frame);
    association.lastAt = packet.at;
    return association;
  }

  function forgetOldest(frame: number): void {
    const [oldest] = associations.values();
    if (!oldest) return;
    associations.delete(oldest.key);
    waitingBytes -= oldest.bytes;
    if (oldest.fragments.size > 0) findings.note("STREAM_LIMIT", frame);
  }

  function takeData(packet: PacketInHand, association: SctpAssociation, chunk: DataChunk): void {
    if (!isNew(association, chunk.tsn)) return;
    const { buffer, fileOffset } = packet;
    const content = buffer.subarray(chunk.start, chunk.end);
    const offset = fileOffset < 0 ? undefined : fileOffset + chunk.start;
    if (chunk.isBeginning && chunk.isEnd) give(packet, content, chunk.cutBytes, offset);
    else takeFragment(packet, association, chunk, content);
  }

  function takeFragment(
    packet: PacketInHand,
    association: SctpAssociation,
    { tsn, isBeginning, isEnd, cutBytes }: DataChunk,
    content: Buffer,
  ): void {
    const before = association.bytes;
    const fragment = { isBeginning, isEnd, cutBytes, bytes: Buffer.from(content) };
    const whole = addFragment(association, tsn, fragment);
    if (whole) give(packet, whole.bytes, whole.cutBytes);
    while (isFull(association, before)) {
      findings.note("STREAM_GAP", packet.frame);
      dropOldest(association);
    }
    waitingBytes += association.bytes - before;
  }

  function isFull({ fragments, bytes }: SctpAssociation, before: number): boolean {
    if (fragments.size === 0) return false;
    const all = waitingBytes + bytes - before;
    return (
      fragments.size > limits.associationFragments ||
      bytes > limits.messageBytes ||
      all > limits.allWaitingBytes
    );
  }

  function give(packet: PacketInHand, bytes: Buffer, cutBytes: number, offset?: number): void {
    const source = { address: packet.source, port: packet.sourcePort };
    const destination = { address: packet.destination, port: packet.destinationPort };
    const { at, frame } = packet;
    sink.datagram({
      transport: "sctp",
      source,
      destination,
      at,
      frame,
      bytes,
      offset,
      wireBytes: bytes.length + cutBytes,
    });
  }

  return {
    take(packet) {
      if (!holds(packet, commonHeaderBytes, findings)) return;
      const { buffer, start, end } = packet;
      packet.sourcePort = buffer.readUInt16BE(start);
      packet.destinationPort = buffer.readUInt16BE(start + 2);
      const association = associationOf(packet, buffer.readUInt32BE(start + 4));
      for (let at = start + commonHeaderBytes; at + chunkHeaderBytes <= end; at = nextChunk(buffer, at)) {
        const chunk = readDataChunk(packet, at);
        if (chunk) takeData(packet, association, chunk);
      }
    },
    end() {
      for (const { fragments } of associations.values()) if (fragments.size > 0) findings.note("STREAM_GAP");
    },
  };
}
