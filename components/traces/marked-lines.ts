import type { Weight } from "@/lib/sip/finding";
import { readableText } from "@/lib/sip/ladder-text";
import type { SipMessage } from "@/lib/sip/message";
import { segmentsOf } from "./marked-segments";

/** A piece of one line. `numbers` are those of the findings that end with it, counted from 1. */
export type Piece = { start: number; text: string; weight?: Weight; numbers: number[] };

/** The first `length` letters of a message as lines for the screen, each cut where findings begin and end. */
export function linesOf(read: SipMessage, length: number): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { range, findings } of segmentsOf(length, read.findings)) {
    const weight = heaviest(findings.map((index) => read.findings[index]?.weight));
    const parts = readableText(read.text, range).split("\n");
    parts.forEach((text, place) => {
      if (place > 0) lines.push([]);
      const numbers = place === parts.length - 1 ? findings.map((index) => index + 1) : [];
      if (text || numbers.length > 0)
        lines.at(-1)?.push({ start: range.start + place, text, weight, numbers });
    });
  }
  return lines;
}

function heaviest(weights: readonly (Weight | undefined)[]): Weight | undefined {
  return (["broken", "odd", "note"] as const).find((weight) => weights.includes(weight));
}
