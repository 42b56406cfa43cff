// Messages on a stream follow one another without a mark between them: Content-Length tells where each ends (RFC 3261
// section 18.3).
import type { StreamPiece, TcpFlow } from "@/lib/captures/packet";
import { append, copyOf, drop, type HeldStream, LONGEST_START_LINE, mayGoOn } from "./held-stream";
import { latin1 } from "./latin1";
import { endOfMessage } from "./message-end";
import { findSip, isStartLine, nextStartLine, skipBlank } from "./recognise";

/** A message cut out of a TCP flow. */
export type FramedMessage = {
  flow: TcpFlow;
  at: number;
  frame: number;
  /** None when the message came in several segments. */
  offset?: number;
  text: string;
  /** Whether the flow ended, or has a hole, before the message did. */
  isCut: boolean;
};

export type FramingLimits = {
  /** Longest message; what is longer is handed out cut. */
  messageBytes: number;
  /** What all flows together may hold back; then the one that waited longest gives up. */
  heldBytes: number;
};

export const framingLimits: FramingLimits = { messageBytes: 1_048_576, heldBytes: 33_554_432 };

export type StreamFraming = {
  /** Takes the next bytes of a flow; whether they are SIP, or may be. */
  push(piece: StreamPiece): boolean;
  gap(flow: TcpFlow): void;
  end(flow: TcpFlow): void;
  /** Hands out what is still held. */
  finish(): void;
  /** Pieces between messages that are none. */
  readonly unreadable: number;
};

export function createStreamFraming(
  onMessage: (message: FramedMessage) => void,
  limits: FramingLimits = framingLimits,
): StreamFraming {
  const flows = new Map<number, HeldStream>();
  let heldBytes = 0;
  let unreadable = 0;

  function push(piece: StreamPiece): boolean {
    const held = flows.get(piece.flow.id) ?? begin(piece);
    if (!held) return false;
    heldBytes -= held.text.length;
    append(held, piece);
    if (held.text.length >= held.needed) takeMessages(held);
    return keep(held);
  }

  function begin(piece: StreamPiece): HeldStream | undefined {
    const text = latin1(piece.bytes);
    const isKnown = findSip(text) >= 0;
    if (!isKnown && !mayGoOn(text)) return undefined;
    return {
      flow: piece.flow,
      text: "",
      scanned: 0,
      needed: 0,
      isKnown,
      last: { at: 0, frame: 0, start: 0 },
    };
  }

  function keep(held: HeldStream): boolean {
    const { id } = held.flow;
    if (!held.isKnown && !mayGoOn(held.text)) {
      flows.delete(id);
      return false;
    }
    flows.delete(id);
    flows.set(id, held);
    heldBytes += held.text.length;
    for (const [, oldest] of heldBytes > limits.heldBytes ? flows : []) {
      giveUp(oldest);
      if (heldBytes <= limits.heldBytes) break;
    }
    return true;
  }

  function takeMessages(held: HeldStream): void {
    for (let isGoing = true; isGoing; ) isGoing = takeMessage(held);
  }

  /** Hands out the message that the text begins with; whether there may be another one behind it. */
  function takeMessage(held: HeldStream): boolean {
    drop(held, skipBlank(held.text, 0));
    if (held.text === "") return false;
    if (!isStartLine(held.text, 0)) return resynchronise(held);
    held.isKnown = true;
    const { end, isWhole, scanned, needed } = endOfMessage(held.text, {
      scanned: held.scanned,
      most: limits.messageBytes,
    });
    held.scanned = scanned;
    held.needed = needed;
    if (end === undefined) return false;
    handOut(held, { end, isCut: !isWhole });
    return true;
  }

  /** Looks for the next start line; what stands before it belongs to no message. */
  function resynchronise(held: HeldStream): boolean {
    const next = nextStartLine(held.text, 1);
    if (next > 0) {
      unreadable += 1;
      drop(held, next);
      return true;
    }
    // The beginning of a start line may be there already.
    const line = held.text.lastIndexOf("\n") + 1;
    const kept = held.text.length - line > LONGEST_START_LINE ? held.text.length : line;
    if (kept > 0) unreadable += 1;
    drop(held, kept);
    return false;
  }

  function handOut(held: HeldStream, { end, isCut }: { end: number; isCut: boolean }): void {
    const { at, frame, offset, start } = held.last;
    const text = copyOf(held.text.slice(0, end));
    const place = offset === undefined || start > 0 ? undefined : offset - start;
    drop(held, end);
    onMessage({ flow: held.flow, at, frame, offset: place, text, isCut });
  }

  function giveUp(held: HeldStream): void {
    flows.delete(held.flow.id);
    heldBytes -= held.text.length;
    if (isStartLine(held.text, 0)) handOut(held, { end: held.text.length, isCut: true });
    else if (held.isKnown && held.text !== "") unreadable += 1;
  }

  function stop(flow: TcpFlow): void {
    const held = flows.get(flow.id);
    if (held) giveUp(held);
  }

  return {
    push,
    gap: stop,
    end: stop,
    finish() {
      for (const held of [...flows.values()]) giveUp(held);
    },
    get unreadable() {
      return unreadable;
    },
  };
}
