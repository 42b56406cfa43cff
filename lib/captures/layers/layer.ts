import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";

/**
 * What lies at the start of the packet in hand. "datagram": the content of UDP, ready for the listener; "other": the
 * content of a protocol that is not looked into; "done": nothing more to read.
 */
export type Layer =
  | "ethernet"
  | "ether-type"
  | "ppp"
  | "mpls"
  | "ip"
  | "ipv4"
  | "ipv6"
  | "protocol"
  | "udp"
  | "datagram"
  | "tcp"
  | "sctp"
  | "other"
  | "done";

/** Whether the packet still holds so many bytes; it is a finding when not. */
export function holds(packet: PacketInHand, bytes: number, findings: CaptureFindings): boolean {
  if (packet.end - packet.start >= bytes) return true;
  findings.note("HEADER_CUT", packet.frame);
  return false;
}

/**
 * Sets where the content of a layer ends by the length its header names, and how much of it the capture cut off. A
 * length that names more than was on the wire is a finding.
 */
export function endAfter(packet: PacketInHand, bytes: number, findings: CaptureFindings): void {
  const end = packet.start + bytes;
  if (end > packet.end + packet.cutBytes) findings.note("PACKET_LENGTH_WRONG", packet.frame);
  packet.cutBytes = Math.max(0, end - packet.end);
  packet.end = Math.min(end, packet.end);
}
