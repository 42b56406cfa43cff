// Records of TLS (RFC 8446 section 5.1), cut over segments as they come, and the handshake messages in them.
import { u16, u24 } from "./big-endian";
import { type ByteQueue, createByteQueue } from "./byte-queue";

export type HandshakeMessage = { type: number; body: Uint8Array };

/** One direction of a connection, while it is read. */
export type TlsFlow = {
  /** The beginning of a record's header, as long as it is not whole. */
  header: ByteQueue;
  contentType: number;
  bodyLeft: number;
  /** Records whose headers followed each other as they should. */
  records: number;
  handshake: ByteQueue;
  /** Encrypted from here on, or not TLS: nothing more is read. */
  isClosed: boolean;
  isBroken: boolean;
};

const HEADER_BYTES = 5;
const CHANGE_CIPHER = 20;
const HANDSHAKE = 22;
const APPLICATION_DATA = 23;
/** RFC 5246 section 6.2.3: the longest body of an encrypted record. */
const MAX_RECORD = 16_384 + 2_048;
const MAX_HANDSHAKE = 65_536;

export function startTlsFlow(): TlsFlow {
  return {
    header: createByteQueue(HEADER_BYTES),
    contentType: 0,
    bodyLeft: 0,
    records: 0,
    handshake: createByteQueue(0),
    isClosed: false,
    isBroken: false,
  };
}

/** Whether the first two bytes of a flow may be those of a record. */
export function mayBeTls(first: number, second: number): boolean {
  return first >= CHANGE_CIPHER && first <= APPLICATION_DATA && second === 3;
}

/** Takes the next bytes; gives the handshake messages that they complete. */
export function takeTlsBytes(flow: TlsFlow, bytes: Uint8Array): HandshakeMessage[] {
  let at = 0;
  while (at < bytes.length && !flow.isBroken && !flow.isClosed) {
    at = flow.bodyLeft > 0 ? takeBody(flow, bytes, at) : takeHeader(flow, bytes, at);
  }
  return completeMessages(flow);
}

function takeHeader(flow: TlsFlow, bytes: Uint8Array, at: number): number {
  const missing = HEADER_BYTES - flow.header.bytes().length;
  flow.header.add(bytes.subarray(at, at + missing));
  const header = flow.header.bytes();
  if (header.length < HEADER_BYTES) return bytes.length;
  flow.contentType = header[0] ?? 0;
  flow.bodyLeft = u16(header, 3);
  flow.isBroken = !mayBeTls(flow.contentType, header[1] ?? 0) || flow.bodyLeft > MAX_RECORD;
  flow.header.drop(HEADER_BYTES);
  flow.records++;
  // After these all is encrypted; one that comes first shows a flow whose beginning was not captured.
  if (flow.contentType === CHANGE_CIPHER || flow.contentType === APPLICATION_DATA) {
    flow.isClosed = flow.records > 1;
  }
  return at + missing;
}

function takeBody(flow: TlsFlow, bytes: Uint8Array, at: number): number {
  const taken = Math.min(flow.bodyLeft, bytes.length - at);
  flow.bodyLeft -= taken;
  if (flow.contentType === HANDSHAKE) {
    flow.handshake.add(bytes.subarray(at, at + taken));
    flow.isClosed = flow.handshake.bytes().length > MAX_HANDSHAKE;
  }
  return at + taken;
}

function completeMessages(flow: TlsFlow): HandshakeMessage[] {
  const messages: HandshakeMessage[] = [];
  const bytes = flow.handshake.bytes();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + u24(bytes, at + 1);
    if (end > bytes.length) break;
    messages.push({ type: bytes[at] ?? 0, body: bytes.slice(at + 4, end) });
    at = end;
  }
  flow.handshake.drop(at);
  return messages;
}
