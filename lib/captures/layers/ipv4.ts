import type { PacketInHand } from "../packet-in-hand";
import type { IpTools } from "./ip-tools";
import { endAfter, holds, type Layer } from "./layer";

const shortestHeader = 20;
/** Offset and "more fragments" of the word that also holds "don't fragment". */
const fragmentBits = 0x3fff;

/** RFC 791 section 3.1. */
export function peelIpv4(packet: PacketInHand, tools: IpTools): Layer {
  const { findings, texts } = tools;
  if (!holds(packet, shortestHeader, findings)) return "done";
  const { buffer, start } = packet;
  const first = buffer[start] ?? 0;
  const headerBytes = (first & 15) * 4;
  const totalBytes = buffer.readUInt16BE(start + 2);
  if (first >> 4 !== 4 || headerBytes < shortestHeader || (totalBytes < headerBytes && totalBytes > 0)) {
    findings.note("PACKET_LENGTH_WRONG", packet.frame);
    return "done";
  }
  if (!holds(packet, headerBytes, findings)) return "done";
  // Zero: the sender's network card was to cut the packet up and to fill this in.
  if (totalBytes > 0) endAfter(packet, totalBytes, findings);
  packet.source = texts.ipv4(buffer, start + 12);
  packet.destination = texts.ipv4(buffer, start + 16);
  packet.protocol = buffer[start + 9] ?? 0;
  packet.ipStart = start;
  packet.ipEnd = packet.end;
  packet.start += headerBytes;
  const place = buffer.readUInt16BE(start + 6);
  return (place & fragmentBits) === 0
    ? "protocol"
    : takeFragment(packet, tools, buffer.readUInt16BE(start + 4), place);
}

function takeFragment(packet: PacketInHand, { fragments }: IpTools, id: number, place: number): Layer {
  const { source, destination, protocol } = packet;
  const key = `${source} ${destination} ${protocol} ${id}`;
  const offset = (place & 0x1fff) * 8;
  return fragments.take(packet, { key, offset, hasMore: (place & 0x2000) !== 0 }) ? "protocol" : "done";
}
