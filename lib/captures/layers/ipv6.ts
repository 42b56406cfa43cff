import type { PacketInHand } from "../packet-in-hand";
import type { IpTools } from "./ip-tools";
import { endAfter, holds, type Layer } from "./layer";

/** RFC 8200 section 3. */
export function peelIpv6(packet: PacketInHand, { findings, texts }: IpTools): Layer {
  if (!holds(packet, 40, findings)) return "done";
  const { buffer, start } = packet;
  if ((buffer[start] ?? 0) >> 4 !== 6) {
    findings.note("PACKET_LENGTH_WRONG", packet.frame);
    return "done";
  }
  const payloadBytes = buffer.readUInt16BE(start + 4);
  packet.source = texts.ipv6(buffer, start + 8);
  packet.destination = texts.ipv6(buffer, start + 24);
  packet.protocol = buffer[start + 6] ?? 0;
  packet.start += 40;
  // Zero: a jumbogram (RFC 2675), or a packet that the sender's network card was to cut up.
  if (payloadBytes > 0) endAfter(packet, payloadBytes, findings);
  packet.ipStart = start;
  packet.ipEnd = packet.end;
  return "protocol";
}

const authentication = 51;

/** RFC 8200 section 4: an extension header that only has to be passed. IPv4 knows one of them, authentication. */
export function peelExtension(packet: PacketInHand, { findings }: IpTools): Layer {
  if (!holds(packet, 8, findings)) return "done";
  const { buffer, start, protocol } = packet;
  const length = buffer[start + 1] ?? 0;
  // RFC 4302 section 2.2: the authentication header counts in words of four bytes.
  const headerBytes = protocol === authentication ? (length + 2) * 4 : (length + 1) * 8;
  if (!holds(packet, headerBytes, findings)) return "done";
  packet.protocol = buffer[start] ?? 0;
  packet.start += headerBytes;
  return "protocol";
}

/** RFC 8200 section 4.5. */
export function peelFragmentHeader(packet: PacketInHand, { findings, fragments }: IpTools): Layer {
  if (!holds(packet, 8, findings)) return "done";
  const { buffer, start, source, destination } = packet;
  const place = buffer.readUInt16BE(start + 2);
  packet.protocol = buffer[start] ?? 0;
  packet.start += 8;
  const offset = place & 0xfff8;
  const hasMore = (place & 1) === 1;
  // RFC 6946: a packet that is its own only fragment.
  if (offset === 0 && !hasMore) return "protocol";
  const key = `${source} ${destination} ${buffer.readUInt32BE(start + 4)}`;
  return fragments.take(packet, { key, offset, hasMore }) ? "protocol" : "done";
}
