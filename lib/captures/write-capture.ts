// Writes classic pcap files (https://www.tcpdump.org/manpages/pcap-savefile.5.html) and the packets that go into them.
import { foldedSum, internetChecksum } from "./internet-checksum";
import { addressBytes } from "./ip-address";
import type { Endpoint } from "./packet";

/** A packet to be written; `at` is in microseconds since 1970-01-01 UTC. */
export type PacketToWrite = {
  at: number;
  bytes: Uint8Array;
  /** Length on the wire, when `bytes` is only the beginning. */
  wireBytes?: number;
};

export const ethernetLinkType = 1;

/** A whole little-endian microsecond capture. All packets share one link type, Ethernet unless it is given. */
export function writePcap(packets: Iterable<PacketToWrite>, linkType = ethernetLinkType): Uint8Array {
  const parts: Uint8Array[] = [pcapHeader(linkType)];
  for (const packet of packets) parts.push(pcapRecordHeader(packet), packet.bytes);
  return Buffer.concat(parts);
}

/** The 24 bytes a capture begins with. */
export function pcapHeader(linkType = ethernetLinkType): Uint8Array {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(262_144, 16);
  header.writeUInt32LE(linkType, 20);
  return header;
}

/** The 16 bytes before each packet. */
export function pcapRecordHeader({ at, bytes, wireBytes = bytes.length }: PacketToWrite): Uint8Array {
  const header = Buffer.allocUnsafe(16);
  header.writeUInt32LE(Math.floor(at / 1_000_000), 0);
  header.writeUInt32LE(Math.floor(at % 1_000_000), 4);
  header.writeUInt32LE(bytes.length, 8);
  header.writeUInt32LE(wireBytes, 12);
  return header;
}

/** One way between two hosts, and what is sent. A text is written as ISO 8859-1. */
export type Sending = { source: Endpoint; destination: Endpoint; payload: Uint8Array | string };

/** A UDP datagram over IPv4 or IPv6, as its addresses say, in an Ethernet frame. */
export function ethernetUdp(sending: Sending): Uint8Array {
  return ethernetFrame(ipPacket(udpParts(sending)));
}

export type Segment = Sending & {
  /** Sequence number of the first byte, or of the SYN. */
  sequence: number;
  acknowledgement?: number;
  /** Letters of S(yn), A(ck), F(in), R(st), P(ush); an ordinary segment is "AP". */
  flags?: string;
};

/** A TCP segment over IPv4 or IPv6, as its addresses say, in an Ethernet frame. */
export function ethernetTcp(segment: Segment): Uint8Array {
  return ethernetFrame(ipPacket(tcpParts(segment)));
}

/** What an IP packet is made of. */
export type IpParts = { source: string; destination: string; protocol: number; payload: Uint8Array };

export function udpParts({ source, destination, payload }: Sending): IpParts {
  const header = Buffer.alloc(8);
  const body = payloadBytes(payload);
  header.writeUInt16BE(source.port, 0);
  header.writeUInt16BE(destination.port, 2);
  header.writeUInt16BE(header.length + body.length, 4);
  return withChecksum(
    {
      source: source.address,
      destination: destination.address,
      protocol: 17,
      payload: Buffer.concat([header, body]),
    },
    6,
  );
}

export function tcpParts({ source, destination, payload, ...segment }: Segment): IpParts {
  const header = Buffer.alloc(20);
  header.writeUInt16BE(source.port, 0);
  header.writeUInt16BE(destination.port, 2);
  header.writeUInt32BE(segment.sequence >>> 0, 4);
  header.writeUInt32BE((segment.acknowledgement ?? 0) >>> 0, 8);
  header.writeUInt16BE(0x5000 | flagBits(segment.flags ?? "AP"), 12);
  header.writeUInt16BE(64_240, 14);
  const bytes = Buffer.concat([header, payloadBytes(payload)]);
  return withChecksum(
    { source: source.address, destination: destination.address, protocol: 6, payload: bytes },
    16,
  );
}

const flagOf: Record<string, number> = { F: 1, S: 2, R: 4, P: 8, A: 16 };

function flagBits(letters: string): number {
  return Array.from(letters).reduce((bits, letter) => bits | (flagOf[letter] ?? 0), 0);
}

function payloadBytes(payload: Uint8Array | string): Uint8Array {
  return typeof payload === "string" ? Buffer.from(payload, "latin1") : payload;
}

/** The checksum over the pseudo header (RFC 768, RFC 9293 section 3.1, RFC 8200 section 8.1) and all that follows. */
function withChecksum(parts: IpParts, place: number): IpParts {
  const { payload, protocol } = parts;
  const addresses = foldedSum(addressBytes(parts.destination), foldedSum(addressBytes(parts.source)));
  const checksum = internetChecksum(payload, addresses + protocol + payload.length);
  // RFC 768: zero would say that no checksum was made.
  Buffer.from(payload.buffer, payload.byteOffset).writeUInt16BE(checksum || 0xffff, place);
  return parts;
}

/** A whole IPv4 or IPv6 packet, as its addresses say. */
export function ipPacket(parts: IpParts): Uint8Array {
  return parts.source.includes(":") ? ipv6Packet(parts) : ipv4Packet(parts);
}

function ipv4Packet({ source, destination, protocol, payload }: IpParts): Uint8Array {
  const header = Buffer.alloc(20);
  header[0] = 0x45;
  header.writeUInt16BE(header.length + payload.length, 2);
  header[8] = 64;
  header[9] = protocol;
  header.set(addressBytes(source), 12);
  header.set(addressBytes(destination), 16);
  header.writeUInt16BE(internetChecksum(header), 10);
  return Buffer.concat([header, payload]);
}

function ipv6Packet({ source, destination, protocol, payload }: IpParts): Uint8Array {
  const header = Buffer.alloc(40);
  header[0] = 0x60;
  header.writeUInt16BE(payload.length, 4);
  header[6] = protocol;
  header[7] = 64;
  header.set(addressBytes(source), 8);
  header.set(addressBytes(destination), 24);
  return Buffer.concat([header, payload]);
}

/** An Ethernet II frame around an IPv4 or IPv6 packet. The hardware addresses are made up (RFC 9542 section 2.1.2). */
export function ethernetFrame(packet: Uint8Array): Uint8Array {
  const isIpv6 = ((packet[0] ?? 0) & 0xf0) === 0x60;
  const header = Buffer.from("00005e00530200005e0053010800", "hex");
  if (isIpv6) header.writeUInt16BE(0x86dd, 12);
  return Buffer.concat([header, packet]);
}
