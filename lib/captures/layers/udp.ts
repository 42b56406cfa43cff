import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { gtpPort, peelGtp } from "./gtp";
import { endAfter, holds, type Layer } from "./layer";
import { peelVxlan, vxlanPort } from "./vxlan";

const headerBytes = 8;

/** RFC 768. */
export function peelUdp(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, headerBytes, findings)) return "done";
  const { buffer, start } = packet;
  packet.sourcePort = buffer.readUInt16BE(start);
  packet.destinationPort = buffer.readUInt16BE(start + 2);
  const length = buffer.readUInt16BE(start + 4);
  // Zero: a jumbogram (RFC 2675 section 4). Less than the header says nothing, so the length of IP stands.
  if (length >= headerBytes) endAfter(packet, length, findings);
  else if (length > 0) findings.note("PACKET_LENGTH_WRONG", packet.frame);
  packet.start += headerBytes;
  if (packet.destinationPort === gtpPort || packet.sourcePort === gtpPort) return peelGtp(packet);
  return packet.destinationPort === vxlanPort ? peelVxlan(packet) : "datagram";
}
