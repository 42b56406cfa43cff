import type { StreamPiece, TcpFlow } from "@/lib/captures/packet";
import { latin1 } from "./latin1";

/** What of a flow has not been handed out, and the piece it ends with. */
export type HeldStream = {
  flow: TcpFlow;
  text: string;
  /** From where the end of the headers is still to be looked for. */
  scanned: number;
  /** How long the text must be before it is looked at again. */
  needed: number;
  isKnown: boolean;
  last: { at: number; frame: number; offset?: number; start: number };
};

export const LONGEST_START_LINE = 8192;

/** Adds the next bytes of the flow. */
export function append(held: HeldStream, { bytes, at, frame, offset }: StreamPiece): void {
  held.last = { at, frame, offset, start: held.text.length };
  held.text += latin1(bytes);
}

/** Forgets the first letters. Where the last piece begins moves with them, and becomes negative inside it. */
export function drop(held: HeldStream, count: number): void {
  if (count === 0) return;
  held.text = held.text.slice(count);
  held.last.start -= count;
  held.scanned = 0;
  held.needed = 0;
}

/** Whether this may be the beginning of a start line that goes on in the next segment. */
export function mayGoOn(text: string): boolean {
  return (
    text.length < LONGEST_START_LINE &&
    /^[\s\0]*(?:[\w!%*+.'`~-]{0,32}|[\w!%*+.'`~-]{1,32} [^\r\n]*)$/.test(text)
  );
}

/** The text alone, not as a part of the longer one that would have to stay with it. */
export function copyOf(text: string): string {
  return latin1(Buffer.from(text, "latin1"));
}
