import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

const hasChecksum = 0x8000;
const hasRouting = 0x4000;
const hasKey = 0x2000;
const hasSequence = 0x1000;
const hasAcknowledgement = 0x0080;

const erspan2 = 0x88be;
const erspan3 = 0x22eb;
const ppp = 0x880b;

/** RFC 2784 and 2890, with the older routing flag (RFC 1701) and the acknowledgement of PPTP (RFC 2637). */
export function peelGre(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 4, findings)) return "done";
  const flags = packet.buffer.readUInt16BE(packet.start);
  packet.etherType = packet.buffer.readUInt16BE(packet.start + 2);
  // RFC 1701: source routes are a list of their own; nobody sends them any more.
  if ((flags & hasRouting) !== 0) return "done";
  const words = [hasChecksum, hasKey, hasSequence, hasAcknowledgement].filter((bit) => (flags & bit) !== 0);
  const headerBytes = 4 + words.length * 4;
  if (!holds(packet, headerBytes, findings)) return "done";
  packet.start += headerBytes;
  if (packet.etherType === ppp) return packet.start < packet.end ? "ppp" : "done";
  if (packet.etherType === erspan2) return peelErspan2(packet, findings, (flags & hasSequence) !== 0);
  return packet.etherType === erspan3 ? peelErspan3(packet, findings) : "ether-type";
}

/** draft-foschiano-erspan: the first version has no header of its own, and no sequence number by which it is told. */
function peelErspan2(packet: PacketInHand, findings: CaptureFindings, hasHeader: boolean): Layer {
  if (!hasHeader) return "ethernet";
  if (!holds(packet, 8, findings)) return "done";
  packet.start += 8;
  return "ethernet";
}

/** The last bit tells of eight more bytes; the frame type says whether an IP packet follows instead of a frame. */
function peelErspan3(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 12, findings)) return "done";
  const last = packet.buffer.readUInt16BE(packet.start + 10);
  const headerBytes = (last & 1) === 1 ? 20 : 12;
  if (!holds(packet, headerBytes, findings)) return "done";
  packet.start += headerBytes;
  const frameType = (last >> 10) & 31;
  return frameType === 2 ? "ip" : "ethernet";
}
