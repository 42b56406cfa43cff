import { type Param, readParams } from "./header-params";
import { placeOf, trimmed } from "./header-text";
import type { Range } from "./range";

/** Type of a body in small letters ("application/sdp"), with its parameters (RFC 3261 section 20.15). */
export type ContentType = { type: string; range: Range; params: Param[] };

export function readContentType(text: string, range: Range = { start: 0, end: text.length }): ContentType {
  const whole = trimmed(text, range);
  const end = placeOf(text, ";", whole);
  const type = text.slice(whole.start, end).replace(/\s+/g, "").toLowerCase();
  return { type, range: whole, params: readParams(text, { start: end, end: whole.end }) };
}
