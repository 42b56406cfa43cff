import { type Param, readParams } from "./header-params";
import { trimmed } from "./header-text";
import type { Range } from "./range";

/** Value of Authorization, Proxy-Authorization, WWW-Authenticate or Proxy-Authenticate (RFC 3261 section 20.7). */
export type AuthValue = {
  range: Range;
  /** As written: "Digest". "" where none stands first. */
  scheme: string;
  /** realm, nonce, username, uri, response, algorithm, qop, ...; values without quotes. */
  params: Param[];
  /** What follows the scheme. */
  paramsRange: Range;
};

/** Reads one value, as `headerValues` gives it. Never fails. */
export function readAuth(text: string, range: Range = { start: 0, end: text.length }): AuthValue {
  const whole = trimmed(text, range);
  const scheme = /^[^\s,="]*(?=\s|$)/.exec(text.slice(whole.start, whole.end))?.[0] ?? "";
  const paramsRange = trimmed(text, { start: whole.start + scheme.length, end: whole.end });
  return { range: whole, scheme, params: readParams(text, paramsRange, ","), paramsRange };
}
