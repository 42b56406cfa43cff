import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

/** RFC 3032: labels up to the one marked as the bottom. What follows is told by its first half byte (RFC 4928). */
export function peelMpls(packet: PacketInHand, findings: CaptureFindings): Layer {
  for (;;) {
    if (!holds(packet, 5, findings)) return "done";
    const isBottom = ((packet.buffer[packet.start + 2] ?? 0) & 1) === 1;
    packet.start += 4;
    if (isBottom) return afterLabels(packet);
  }
}

function afterLabels(packet: PacketInHand): Layer {
  const version = (packet.buffer[packet.start] ?? 0) >> 4;
  if (version === 4 || version === 6) return "ip";
  // RFC 4448 section 4.6: a control word before an Ethernet frame begins with zeros.
  if (version === 0) packet.start += 4;
  return "ethernet";
}
