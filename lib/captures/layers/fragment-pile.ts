import type { PacketInHand } from "../packet-in-hand";

type Piece = { offset: number; bytes: Buffer };

/** The fragments of one IP packet that came so far, in their order, without overlaps. */
export type FragmentPile = {
  source: string;
  destination: string;
  /** That of the first fragment, which is the one that counts (RFC 8200 section 4.5). */
  protocol: number;
  /** The headers before the content, of the fragment that came first. */
  headers: Buffer;
  pieces: Piece[];
  bytes: number;
  /** Length of the whole packet, once the last fragment has come. */
  totalBytes: number | undefined;
  startedAt: number;
  /** Of the fragment that came last. */
  at: number;
  frame: number;
  linkType: number;
};

export function newPile(packet: PacketInHand): FragmentPile {
  const { source, destination, protocol, at, frame, linkType } = packet;
  const headers = Buffer.from(packet.buffer.subarray(packet.ipStart, packet.start));
  const nothing = { pieces: [], bytes: 0, totalBytes: undefined };
  return { source, destination, protocol, headers, at, frame, linkType, startedAt: at, ...nothing };
}

/**
 * Lays bytes where nothing lies yet: what came first stays. Says whether they disagree with what lies there; the same
 * bytes once more are only a packet that was captured twice.
 */
export function lay(pile: FragmentPile, offset: number, bytes: Buffer): boolean {
  const { pieces } = pile;
  let differs = false;
  let from = offset;
  const end = offset + bytes.length;
  let index = firstReaching(pieces, offset);
  while (from < end) {
    const piece = pieces[index];
    const gapEnd = Math.min(end, piece?.offset ?? end);
    if (gapEnd > from) {
      const part = Buffer.from(bytes.subarray(from - offset, gapEnd - offset));
      pieces.splice(index++, 0, { offset: from, bytes: part });
      pile.bytes += part.length;
    }
    if (!piece || piece.offset >= end) return differs;
    const upTo = Math.min(end, piece.offset + piece.bytes.length);
    const start = Math.max(from, piece.offset);
    differs ||=
      piece.bytes.compare(bytes, start - offset, upTo - offset, start - piece.offset, upTo - piece.offset) !==
      0;
    from = upTo;
    index += 1;
  }
  return differs;
}

/** Fragments mostly come in order, so the search begins at the end. */
function firstReaching(pieces: Piece[], offset: number): number {
  let index = pieces.length;
  for (; index > 0; index--) {
    const before = pieces[index - 1];
    if (before && before.offset + before.bytes.length <= offset) break;
  }
  return index;
}

export function isWhole({ totalBytes, bytes, pieces }: FragmentPile): boolean {
  if (totalBytes === undefined || bytes < totalBytes) return false;
  return beginning(pieces).bytes >= totalBytes;
}

/** What lies without a hole from the start: how many pieces, and their bytes. */
function beginning(pieces: Piece[]): { pieces: number; bytes: number } {
  let bytes = 0;
  let count = 0;
  for (const piece of pieces) {
    if (piece.offset !== bytes) break;
    bytes += piece.bytes.length;
    count += 1;
  }
  return { pieces: count, bytes };
}

const longestPacket = 65_535;

/** Takes the packet, or as much of its beginning as came, into the hand. */
export function takeInHand(pile: FragmentPile, packet: PacketInHand): void {
  const { source, destination, protocol, headers, at, frame, linkType } = pile;
  const known = pile.pieces.slice(0, beginning(pile.pieces).pieces).map(({ bytes }) => bytes);
  const buffer = Buffer.concat([headers, ...known]);
  const start = headers.length;
  const totalBytes = pile.totalBytes ?? longestPacket;
  const end = Math.min(buffer.length, start + totalBytes);
  const cutBytes = start + totalBytes - end;
  const whole = { buffer, start, end, cutBytes, fileOffset: -1, ipStart: 0, ipEnd: end };
  Object.assign(packet, whole, { source, destination, protocol, at, frame, linkType });
}
