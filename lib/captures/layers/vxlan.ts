import type { PacketInHand } from "../packet-in-hand";
import type { Layer } from "./layer";

export const vxlanPort = 4789;

/** RFC 7348 section 5: eight bytes before an Ethernet frame. What does not look like it stays a datagram. */
export function peelVxlan(packet: PacketInHand): Layer {
  const { buffer, start, end } = packet;
  const isVxlan = end - start >= 22 && buffer.readUInt32BE(start) === 0x0800_0000 && buffer[start + 7] === 0;
  if (!isVxlan) return "datagram";
  packet.start += 8;
  return "ethernet";
}
