// Datagrams of media that only tests need, built byte by byte.
import type { Datagram, Endpoint } from "./packet";

export const mara: Endpoint = { address: "192.0.2.10", port: 40_000 };
export const theo: Endpoint = { address: "198.51.100.20", port: 50_000 };

/** 2026-03-02 22:15:00 UTC. */
export const evening = 1_772_489_700_000_000;

export function datagramOf(bytes: Uint8Array, overrides: Partial<Datagram> = {}): Datagram {
  return {
    transport: "udp",
    source: mara,
    destination: theo,
    at: evening,
    frame: 1,
    bytes,
    wireBytes: bytes.length,
    ...overrides,
  };
}

export type RtpFields = {
  sequence: number;
  timestamp: number;
  ssrc?: number;
  payloadType?: number;
  payload?: Uint8Array;
  /** First byte: version, padding, extension and count of sources. */
  first?: number;
};

export function rtpBytes(fields: RtpFields): Buffer {
  const { sequence, timestamp, ssrc = 0x1234_5678, payloadType = 0, payload = new Uint8Array(160) } = fields;
  const header = Buffer.alloc(12);
  header[0] = fields.first ?? 0x80;
  header[1] = payloadType;
  header.writeUInt16BE(sequence & 0xffff, 2);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, payload]);
}

/** Packets of 20 ms, one after the other; each may differ in part, or be left out. */
export function speech(
  count: number,
  change: (
    index: number,
  ) => (Partial<RtpFields> & { at?: number; source?: Endpoint; destination?: Endpoint }) | null = () => ({}),
): Datagram[] {
  const packets: Datagram[] = [];
  for (let index = 0; index < count; index++) {
    const changed = change(index);
    if (!changed) continue;
    const { at = evening + index * 20_000, source = mara, destination = theo, ...fields } = changed;
    const bytes = rtpBytes({ sequence: 100 + index, timestamp: 8000 + index * 160, ...fields });
    packets.push(datagramOf(bytes, { at, source, destination, frame: index + 1 }));
  }
  return packets;
}

/** The payload of RFC 4733 section 2.3. */
export function keyPayload({
  event,
  isEnd,
  ticks,
}: {
  event: number;
  isEnd: boolean;
  ticks: number;
}): Uint8Array {
  return Uint8Array.of(event, (isEnd ? 0x80 : 0) | 10, ticks >> 8, ticks & 0xff);
}

/** Bytes written as hexadecimal; spaces are for the reader. */
export function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/\s/g, ""), "hex");
}
