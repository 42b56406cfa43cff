import type { PacketInHand } from "../packet-in-hand";
import type { Layer } from "./layer";

export const gtpPort = 2152;

const userData = 255;
const headerBytes = 8;
const optionalBytes = 4;

/** 3GPP TS 29.281 section 5: user data of a mobile network. What does not look like it stays a datagram. */
export function peelGtp(packet: PacketInHand): Layer {
  const { buffer, start, end } = packet;
  const flags = buffer[start] ?? 0;
  const isGtp = end - start > headerBytes && (flags & 0xf0) === 0x30 && buffer[start + 1] === userData;
  if (!isGtp) return "datagram";
  const inner = afterOptions(packet, flags);
  const version = inner < end ? (buffer[inner] ?? 0) >> 4 : 0;
  if (version !== 4 && version !== 6) return "datagram";
  packet.start = inner;
  return "ip";
}

/** Any of three flags brings all four optional bytes (section 5.1); then extension headers may follow (section 5.2). */
function afterOptions({ buffer, start, end }: PacketInHand, flags: number): number {
  if ((flags & 7) === 0) return start + headerBytes;
  let at = start + headerBytes + optionalBytes;
  while (at < end && (flags & 4) !== 0 && buffer[at - 1] !== 0) {
    const words = buffer[at] ?? 0;
    if (words === 0) return end;
    at += words * 4;
  }
  return at;
}
