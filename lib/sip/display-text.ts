import type { Range } from "./range";

// RFC 3629 section 4: the sequences of UTF-8, and single bytes that belong to none.
const SEQUENCES =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * What bytes read as ISO 8859-1 say as UTF-8, for the screen. Nothing is lost: a byte that is not UTF-8 becomes `\xE9`,
 * a control character its picture (U+2400...). Line ends and tabs stay.
 */
export function displayText(text: string, range: Range = { start: 0, end: text.length }): string {
  const written = text.slice(range.start, range.end);
  if (!/[^\t\n\r -~]/.test(written)) return written;
  return written.replace(SEQUENCES, decoded).replace(CONTROLS, picture);
}

function decoded(bytes: string): string {
  if (bytes.length === 1) return `\\x${bytes.charCodeAt(0).toString(16).toUpperCase()}`;
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return code === 0x7f ? "\u2421" : String.fromCharCode(0x2400 + code);
}
