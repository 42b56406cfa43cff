import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

const nextByProtocol = new Map<number, Layer>([
  [0x0021, "ipv4"],
  [0x0057, "ipv6"],
  [0x0281, "mpls"],
]);
/** RFC 1662 section 3.1: address and control field, which may be left out. */
const addressAndControl = 0xff03;

/** RFC 1661 section 2: the protocol takes two bytes, or one when the first is odd (section 6.5). */
export function peelPpp(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 4, findings)) return "done";
  if (packet.buffer.readUInt16BE(packet.start) === addressAndControl) packet.start += 2;
  const first = packet.buffer[packet.start] ?? 0;
  const isShort = first % 2 === 1;
  const protocol = isShort ? first : packet.buffer.readUInt16BE(packet.start);
  packet.start += isShort ? 1 : 2;
  return nextByProtocol.get(protocol) ?? "done";
}
