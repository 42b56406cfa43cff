import { displayText } from "./display-text";
import type { Range } from "./range";

// Unicode (UAX 9): marks that turn the direction of writing, and the C1 controls, which no screen shows.
const UNSEEN = /[\u0080-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Bytes read as ISO 8859-1 as a screen may show them: UTF-8, line ends as one sign, and nothing that hides or turns. */
export function readableText(text: string, range: Range = { start: 0, end: text.length }): string {
  return displayText(lineEndsKept(text, range)).replace(UNSEEN, escaped);
}

/** The same on one line and not longer than `most` letters. */
export function shortText(text: string, most: number): string {
  const letters = [
    ...readableText(text.slice(0, 8 * most))
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
}

/** Text that is already decoded, on one line, with nothing in it that hides or turns. */
export function plainText(text: string): string {
  return text.replace(/[\s\0-\x1f\x7f]+/g, " ").replace(UNSEEN, escaped);
}

// CR LF becomes LF, also where a range parts the two; a CR that stands alone becomes its picture.
function lineEndsKept(text: string, { start, end }: Range): string {
  const isParted = text[end - 1] === "\r" && text[end] === "\n";
  return text
    .slice(start, isParted ? end - 1 : end)
    .replace(/\r\n/g, "\n")
    .replace(/\r/g, "\u240d");
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
