// H.323: call signalling over TPKT (RFC 1006 section 6) and registration (H.225.0 RAS).
import type { Datagram } from "../packet";
import type { SightingDetail } from "../sighting";
import { u16 } from "./big-endian";
import { type ByteQueue, createByteQueue } from "./byte-queue";
import { readQ931 } from "./q931";

const HEADER_BYTES = 4;
const MAX_MESSAGE = 16_384;
const RAS_PORTS = [1718, 1719];

export function mayBeTpkt(first: number, second: number): boolean {
  return first === 3 && second === 0;
}

/** One direction of a connection; broken when its lengths or contents are not those of H.323. */
export type TpktFlow = { queue: ByteQueue; isBroken: boolean };

export function startTpktFlow(): TpktFlow {
  return { queue: createByteQueue(256), isBroken: false };
}

/** Takes the next bytes; gives what each whole message of call signalling says, an empty list when it says nothing. */
export function takeTpktBytes(flow: TpktFlow, bytes: Uint8Array): SightingDetail[][] {
  if (flow.isBroken) return [];
  flow.queue.add(bytes);
  const waiting = flow.queue.bytes();
  const said: SightingDetail[][] = [];
  let at = 0;
  while (at + HEADER_BYTES <= waiting.length && !flow.isBroken) {
    const length = u16(waiting, at + 2);
    flow.isBroken = !mayBeTpkt(waiting[at] ?? 0, waiting[at + 1] ?? 0) || length < 4 || length > MAX_MESSAGE;
    if (flow.isBroken || at + length > waiting.length) break;
    const details = readQ931(waiting.subarray(at + HEADER_BYTES, at + length));
    if (details) said.push(details);
    at += length;
  }
  flow.queue.drop(at);
  return said;
}

/** The object identifier {itu-t recommendation h 2250 version}, which opens registrations. */
const H225_IDENTIFIER = Uint8Array.of(0x06, 0x00, 0x08, 0x91, 0x4a, 0x00);

export function isRegistration({ source, destination, bytes }: Datagram): boolean {
  if (!RAS_PORTS.includes(source.port) && !RAS_PORTS.includes(destination.port)) return false;
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).indexOf(H225_IDENTIFIER);
  return at >= 0;
}
