// Packets that only tests need: every way in which an IP packet may be wrapped, cut up and spoilt.
import type { Datagram, StreamPiece } from "./packet";
import type { PacketLimits } from "./packet-limits";
import { createPacketReader } from "./packet-reader";
import {
  ethernetFrame,
  ethernetLinkType,
  ethernetTcp,
  ipPacket,
  type PacketToWrite,
  udpParts,
  writePcap,
} from "./write-capture";

export const alice = { address: "192.0.2.1", port: 5060 };
export const bob = { address: "198.51.100.2", port: 5070 };
export const alice6 = { address: "2001:db8::1", port: 5060 };
export const bob6 = { address: "2001:db8:0:1::2", port: 5070 };

/** 2024-03-01 22:00:00 UTC. */
export const evening = 1_709_330_400_000_000;

export const hello = "OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n";
export const helloUdp = udpParts({ source: alice, destination: bob, payload: hello });
export const helloUdp6 = udpParts({ source: alice6, destination: bob6, payload: hello });
export const helloIp = ipPacket(helloUdp);
export const helloIp6 = ipPacket(helloUdp6);
export const helloFrame = ethernetFrame(helloIp);

/** Bytes from hexadecimal text, in which spaces do not count, and from other bytes. */
export function bytes(...parts: (string | Uint8Array)[]): Buffer {
  const asBytes = (part: string | Uint8Array) =>
    typeof part === "string" ? Buffer.from(part.replaceAll(" ", ""), "hex") : part;
  return Buffer.concat(parts.map(asBytes));
}

/** An Ethernet frame whose type and content are given. */
export function frameOf(etherType: string, ...content: (string | Uint8Array)[]): Buffer {
  return bytes("00005e005302 00005e005301", etherType, ...content);
}

/** An IPv4 packet between two routers around something else. */
export function outerIp(protocol: number, ...content: (string | Uint8Array)[]): Buffer {
  const payload = bytes(...content);
  return Buffer.from(ipPacket({ source: "203.0.113.1", destination: "203.0.113.2", protocol, payload }));
}

/** An IPv6 packet with something else than its own protocol after the header. */
export function outerIp6(protocol: number, ...content: (string | Uint8Array)[]): Buffer {
  const payload = bytes(...content);
  return Buffer.from(ipPacket({ source: alice6.address, destination: bob6.address, protocol, payload }));
}

/** A UDP datagram between two routers. */
export function outerUdp(port: number, ...content: (string | Uint8Array)[]): Buffer {
  const source = { address: "203.0.113.1", port };
  const destination = { address: "203.0.113.2", port };
  return Buffer.from(ipPacket(udpParts({ source, destination, payload: bytes(...content) })));
}

export type Fragmenting = { from: number; to: number; id?: number; isLast?: boolean };

/** A fragment of the content of an IPv4 packet. */
export function ipv4Fragment(content: Uint8Array, { from, to, id = 7, isLast }: Fragmenting): Buffer {
  const parts = { source: alice.address, destination: bob.address, protocol: 17 };
  const packet = Buffer.from(ipPacket({ ...parts, payload: content.subarray(from, to) }));
  packet.writeUInt16BE(id, 4);
  packet.writeUInt16BE(((isLast ?? to >= content.length) ? 0 : 0x2000) | (from / 8), 6);
  return packet;
}

/** A fragment of the content of an IPv6 packet (RFC 8200 section 4.5). */
export function ipv6Fragment(content: Uint8Array, { from, to, id = 7, isLast }: Fragmenting): Buffer {
  const header = Buffer.from([17, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt16BE(from | ((isLast ?? to >= content.length) ? 0 : 1), 2);
  header.writeUInt32BE(id, 4);
  return outerIp6(44, header, content.subarray(from, to));
}

/** An SCTP packet from Alice to Bob with these chunks (RFC 9260 section 3). */
export function sctpPacket(...chunks: Uint8Array[]): Uint8Array {
  const payload = bytes("13c4 13ce 00000001 00000000", ...chunks);
  return ipPacket({ source: alice.address, destination: bob.address, protocol: 132, payload });
}

/** A DATA chunk; `flags` of its fragment: 3 whole, 2 the beginning, 0 the middle, 1 the end. */
export function dataChunk(tsn: number, text: string, flags = 3): Buffer {
  const header = Buffer.alloc(16);
  header[1] = flags;
  header.writeUInt16BE(16 + text.length, 2);
  header.writeUInt32BE(tsn >>> 0, 4);
  return Buffer.concat([header, Buffer.from(text), Buffer.alloc(-text.length & 3)]);
}

/** Packets a millisecond apart. */
export function everyMillisecond(...frames: Uint8Array[]): PacketToWrite[] {
  return frames.map((frame, index) => ({ at: evening + index * 1_000, bytes: frame }));
}

export function pcapOf(frames: Uint8Array[], linkType = ethernetLinkType): Uint8Array {
  return writePcap(everyMillisecond(...frames), linkType);
}

/** A segment from Alice to Bob, or back. */
export function toBob(sequence: number, payload: string | Uint8Array, flags?: string): Uint8Array {
  return ethernetTcp({ source: alice, destination: bob, sequence, payload, flags });
}

export function toAlice(sequence: number, payload: string | Uint8Array, flags?: string): Uint8Array {
  return ethernetTcp({ source: bob, destination: alice, sequence, payload, flags });
}

/** What a reader said of a capture, its views copied. */
export type Told = {
  datagrams: Datagram[];
  pieces: StreamPiece[];
  /** Everything about streams in its order: "1 text", "1 gap", "1 end", where 1 is the flow. */
  streams: string[];
  ipPackets: { protocol: number; source: string; destination: string; bytes: Uint8Array }[];
  findings: Record<string, number>;
  packets: number;
};

/** Reads a capture whose chunks end at the given places, or that comes as one. */
export function toldOf(capture: Uint8Array, cuts: number[] = [], limits?: Partial<PacketLimits>): Told {
  const told: Told = { datagrams: [], pieces: [], streams: [], ipPackets: [], findings: {}, packets: 0 };
  const reader = createPacketReader(
    {
      datagram: (datagram) => told.datagrams.push({ ...datagram, bytes: Buffer.from(datagram.bytes) }),
      streamBytes(piece) {
        const copy = Buffer.from(piece.bytes);
        told.pieces.push({ ...piece, bytes: copy });
        told.streams.push(`${piece.flow.id} ${copy.toString("latin1")}`);
      },
      streamGap: ({ id }) => told.streams.push(`${id} gap`),
      streamEnd: ({ id }) => told.streams.push(`${id} end`),
      ipPacket: (packet) => {
        const { protocol, source, destination } = packet;
        told.ipPackets.push({ protocol, source, destination, bytes: Buffer.from(packet.bytes) });
      },
    },
    limits,
  );
  let from = 0;
  for (const cut of [...cuts, capture.length]) {
    // A copy that is spoilt afterwards: the reader may keep no view of what was pushed.
    const chunk = Uint8Array.from(capture.subarray(from, cut));
    reader.push(chunk);
    chunk.fill(0xee);
    from = Math.max(from, cut);
  }
  reader.end();
  for (const { code, count } of reader.findings) told.findings[code] = count;
  told.packets = reader.packets;
  return told;
}

/** The texts of the datagrams, in their order. */
export function textsOf({ datagrams }: Told): string[] {
  return datagrams.map((datagram) => Buffer.from(datagram.bytes).toString("latin1"));
}
