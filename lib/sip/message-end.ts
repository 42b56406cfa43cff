import { isStartLine, nextStartLine, skipBlank } from "./recognise";

export type MessageEnd = {
  /** Where the message at the beginning of a text ends; none when more is needed to tell. */
  end?: number;
  isWhole: boolean;
  /** How far the end of the headers has been looked for. */
  scanned: number;
  /** How long the text must be before another look is of use. */
  needed: number;
};

const CONTENT_LENGTH = /\n(?:content-length|l)[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?\n/i;

/** Where the message that a stream begins with ends (RFC 3261 section 18.3); `most` is the longest that is waited for. */
export function endOfMessage(text: string, { scanned, most }: { scanned: number; most: number }): MessageEnd {
  const body = bodyStart(text, scanned);
  if (body < 0) return withoutBody(text);
  const length = Number(CONTENT_LENGTH.exec(text.slice(0, body))?.[1] ?? Number.NaN);
  // A length that is missing, or larger than any message, tells nothing: the message lasts to the next one.
  if (!(length <= most))
    return { end: lastsTo(text, body), isWhole: !(length > most), scanned: 0, needed: 0 };
  const end = body + length;
  if (end > text.length) return { isWhole: false, scanned: Math.max(0, body - 4), needed: end };
  return { end: isFollowed(text, end) ? end : lastsTo(text, body), isWhole: true, scanned: 0, needed: 0 };
}

/** Headers that go on for longer are handed out as they are: what looks at them again and again must stay short. */
const LONGEST_HEAD = 262_144;

function withoutBody(text: string): MessageEnd {
  if (text.length <= LONGEST_HEAD)
    return { isWhole: false, scanned: Math.max(0, text.length - 3), needed: 0 };
  return { end: lastsTo(text, 1), isWhole: false, scanned: 0, needed: 0 };
}

/** Behind the empty line that ends the headers; -1 when it is not there yet. */
function bodyStart(text: string, from: number): number {
  const usual = text.indexOf("\r\n\r\n", from);
  const bare = text.indexOf("\n\n", from);
  if (bare >= 0 && (usual < 0 || bare < usual)) return bare + 2;
  return usual < 0 ? -1 : usual + 4;
}

/** Whether what follows can be the next message; a line that has not come yet is believed. */
function isFollowed(text: string, end: number): boolean {
  const next = skipBlank(text, end);
  return isStartLine(text, next) || text.indexOf("\n", next) < 0;
}

function lastsTo(text: string, from: number): number {
  const next = nextStartLine(text, from);
  return next < 0 ? text.length : next;
}
