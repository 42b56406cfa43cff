// Handshake messages of DTLS in pieces: RFC 6347 section 4.2.2.
import { u16, u24 } from "./big-endian";
import type { HandshakeMessage } from "./tls-flow";

type Partial = { type: number; sequence: number; body: Uint8Array; filled: number };

const HEADER_BYTES = 12;
const MAX_MESSAGE = 16_384;
const MAX_PIECES_OF_A_RECORD = 16;

/** Joins pieces that come in their order; others are left out, for they come again. */
export function createHandshakePieces(limit: number) {
  const partials = new Map<string, Partial>();

  function take(flow: string, record: Uint8Array): HandshakeMessage[] {
    const messages: HandshakeMessage[] = [];
    let at = 0;
    for (let count = 0; at + HEADER_BYTES <= record.length && count < MAX_PIECES_OF_A_RECORD; count++) {
      const end = at + HEADER_BYTES + u24(record, at + 9);
      if (end > record.length) break;
      const message = takePiece(flow, record.subarray(at, end));
      if (message) messages.push(message);
      at = end;
    }
    return messages;
  }

  function takePiece(flow: string, piece: Uint8Array): HandshakeMessage | undefined {
    const type = piece[0] ?? 0;
    const length = u24(piece, 1);
    const offset = u24(piece, 6);
    const part = piece.subarray(HEADER_BYTES);
    if (length > MAX_MESSAGE || offset + part.length > length) return undefined;
    if (part.length === length) return { type, body: part.slice() };
    const partial = partialOf(flow, { type, sequence: u16(piece, 4), length, offset });
    if (!partial || offset > partial.filled) return undefined;
    partial.body.set(part, offset);
    partial.filled = Math.max(partial.filled, offset + part.length);
    if (partial.filled < length) return undefined;
    partials.delete(flow);
    return { type, body: partial.body };
  }

  function partialOf(
    flow: string,
    { type, sequence, length, offset }: { type: number; sequence: number; length: number; offset: number },
  ): Partial | undefined {
    const known = partials.get(flow);
    if (known && known.sequence === sequence && known.type === type && known.body.length === length)
      return known;
    if (offset > 0) return undefined;
    if (partials.size >= limit) partials.clear();
    const partial = { type, sequence, body: new Uint8Array(length), filled: 0 };
    partials.set(flow, partial);
    return partial;
  }

  return { take };
}
