// DTLS: RFC 6347 section 4.1 and RFC 9147 section 4, as it is used to make keys for media (RFC 5764).
import type { Datagram } from "../packet";
import type { SightingBook } from "../sighting-book";
import { u16 } from "./big-endian";
import { createHandshakePieces } from "./dtls-pieces";
import { createTlsConnections } from "./tls-connections";

const HEADER_BYTES = 13;
const HANDSHAKE = 22;
const MAX_RECORDS = 16;

export type DtlsWatch = ReturnType<typeof createDtlsWatch>;

/** Watches handshakes; `onSrtp` is told of each pair of places whose server chose a profile for SRTP. */
export function createDtlsWatch(book: SightingBook, limit: number, onSrtp: (datagram: Datagram) => void) {
  const connections = createTlsConnections("dtls", book, limit);
  const pieces = createHandshakePieces(limit);

  function take(datagram: Datagram): boolean {
    const records = recordsOf(datagram.bytes, datagram.wireBytes);
    if (records.length === 0) return false;
    const { source, destination, at, frame } = datagram;
    const flow = `${source.address} ${source.port} ${destination.address} ${destination.port}`;
    const messages = records.flatMap((record) => pieces.take(flow, record));
    const connection = connections.take({ source, destination, at, frame, messages }, true);
    if (connection?.sighting.details.some(({ name }) => name === "srtp-profile")) onSrtp(datagram);
    return true;
  }

  return { take, end: connections.end };
}

/** The bodies of unencrypted handshake records, and empty ones for all others; nothing at all when this is not DTLS. */
function recordsOf(bytes: Uint8Array, wireBytes: number): Uint8Array[] {
  const records: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && records.length < MAX_RECORDS) {
    if (!isRecord(bytes, at, wireBytes)) return records;
    const end = at + HEADER_BYTES + u16(bytes, at + 11);
    const isClear = bytes[at] === HANDSHAKE && u16(bytes, at + 3) === 0;
    records.push(isClear ? bytes.subarray(at + HEADER_BYTES, end) : bytes.subarray(0, 0));
    at = end;
  }
  return records;
}

function isRecord(bytes: Uint8Array, at: number, wireBytes: number): boolean {
  const type = bytes[at] ?? 0;
  const version = u16(bytes, at + 1);
  if (at + HEADER_BYTES > bytes.length || type < 20 || type > 25) return false;
  if (version !== 0xfeff && version !== 0xfefd && version !== 0x0100) return false;
  return at + HEADER_BYTES + u16(bytes, at + 11) <= wireBytes;
}
