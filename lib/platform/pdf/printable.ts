// Text comes from frightened people, strangers and files, so nothing in it is trusted to be drawable: what a font
// cannot show, and what would change how other text is shown, is written out as its code.

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const PLAIN = /^[\x20-\x7e]*$/;
/** Joiners, marks of direction and variation selectors: they shape their neighbours and have no picture. */
const UNSEEN = /[\u200b-\u200f\u061c\u2060]|\p{Variation_Selector}/u;
/** Overrides, embeddings and isolates could make one text read as another; other format characters hide. */
const TREACHEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;
/** More marks than this on one letter would climb over the lines around it. */
const MOST_MARKS = 4;

/** The lines of a text, whatever their ends. */
export function linesOf(text: string): string[] {
  return text.split(LINE_ENDS);
}

/** A text for a reader's window or a screen reader: one line, every character well formed. */
export function plainLine(text: string): string {
  return printable(text.replace(/\s+/g, " "), () => true).text;
}

export type Printable = { text: string; isComplete: boolean };

/**
 * One line as it can be drawn: tabs as spaces, control characters as their pictures (U+2400 and on) where the font has
 * them, and each character that cannot be shown as `[U+4E00]`. `isComplete` is false when such a code was needed.
 */
export function printable(line: string, hasGlyph: (codePoint: number) => boolean): Printable {
  if (PLAIN.test(line)) return { text: line, isComplete: true };
  let text = "";
  let isComplete = true;
  let marks = 0;
  for (const character of line) {
    marks = /\p{M}/u.test(character) ? marks + 1 : 0;
    const drawn = marks > MOST_MARKS ? undefined : drawable(character, hasGlyph);
    text += drawn ?? codeOf(character);
    isComplete &&= drawn !== undefined;
  }
  return { text, isComplete };
}

function drawable(character: string, hasGlyph: (codePoint: number) => boolean): string | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character === "\t") return "    ";
  if (codePoint < 0x20 && hasGlyph(0x2400 + codePoint)) return String.fromCodePoint(0x2400 + codePoint);
  if (UNSEEN.test(character)) return character;
  if (TREACHEROUS.test(character) || !hasGlyph(codePoint)) return undefined;
  return character;
}

function codeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${hex.padStart(4, "0")}]`;
}
