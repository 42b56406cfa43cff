import { placeOf, trimmed } from "./header-text";
import type { Piece, Range } from "./range";

/** RFC 3261 section 25.1, hostport. */
export type HostPort = {
  /** A name or an address; IPv6 without its brackets. */
  host?: Piece;
  /** None when it is absent or no number; may be out of range. */
  port?: number;
  /** From the ":" to the end, where something stands behind the host. */
  portRange?: Range;
};

/** Reads host and port that fill the range; white space may stand around the colon (as in Via). */
export function readHostPort(text: string, range: Range): HostPort {
  const { start, end } = trimmed(text, range);
  if (start === end) return {};
  const isBracketed = text[start] === "[";
  const host = trimmed(
    text,
    isBracketed ? insideBrackets(text, { start, end }) : plainHost(text, { start, end }),
  );
  const portRange = { start: Math.min(isBracketed ? host.end + 1 : host.end, end), end };
  const [, digits] = /^\s*:\s*(\d{1,15})$/.exec(text.slice(portRange.start, end)) ?? [];
  return {
    host: { ...host, text: text.slice(host.start, host.end) },
    ...(digits !== undefined && { port: Number(digits) }),
    ...(portRange.start < end && { portRange }),
  };
}

function insideBrackets(text: string, { start, end }: Range): Range {
  return { start: start + 1, end: placeOf(text, "]", { start, end }) };
}

// Some senders forget the brackets of IPv6: of nine groups the last one is the port, else there is none.
function plainHost(text: string, { start, end }: Range): Range {
  const groups = text.slice(start, end).split(":", 10);
  if (groups.length <= 2) return { start, end: start + (groups[0] ?? "").length };
  const isPortBehind = groups.length === 9 && !groups.includes("");
  return { start, end: isPortBehind ? end - (groups[8] ?? "").length - 1 : end };
}
