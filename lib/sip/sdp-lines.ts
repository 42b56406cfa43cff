import type { Piece, Range } from "./range";

/** `x=value`; the letter is "" for a line that has not this form. */
export type SdpLine = { range: Range; letter: string; value: Piece };

const MAX_LINES = 2_000;

/** Lines of a session description (RFC 8866 section 5), ended by CR LF, LF or CR; empty ones are left out. */
export function readSdpLines(text: string, { start, end }: Range): SdpLine[] {
  const lines: SdpLine[] = [];
  const written = text.slice(start, end);
  for (const { 0: line, index } of written.matchAll(/[^\r\n]+/g)) {
    if (lines.length === MAX_LINES) break;
    lines.push(readLine(line, start + index));
  }
  return lines;
}

function readLine(line: string, start: number): SdpLine {
  const range = { start, end: start + line.length };
  const [head = "", letter = ""] = /^([A-Za-z])=/.exec(line) ?? [];
  return {
    range,
    letter,
    value: { start: start + head.length, end: range.end, text: line.slice(head.length) },
  };
}
