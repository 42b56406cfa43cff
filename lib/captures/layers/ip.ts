import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

/** Tells by the version in the first half byte. */
export function peelIp(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 1, findings)) return "done";
  const version = (packet.buffer[packet.start] ?? 0) >> 4;
  if (version === 4) return "ipv4";
  return version === 6 ? "ipv6" : "done";
}
