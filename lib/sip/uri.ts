import { type Param, readParam, readParams } from "./header-params";
import { placeOf, trimmed } from "./header-text";
import { type HostPort, readHostPort } from "./host-port";
import type { Piece, Range } from "./range";

/**
 * A URI as written (RFC 3261 section 19.1, RFC 3966 for tel); escapes stay. `decodedUri` in uri-escapes.ts undoes them
 * for showing. All parts but `scheme` and `rest` are there only for sip, sips and tel.
 */
export type Uri = HostPort & {
  range: Range;
  /** In small letters; "" where there is none. */
  scheme: string;
  /** What follows the scheme, whole. */
  rest: Piece;
  /** For tel: the number with its separators. */
  user?: Piece;
  /** Parameters inside the user part of a telephone number: `+12025550123;npdi;rn=...@`. For tel they are `params`. */
  userParams: Param[];
  password?: Piece;
  params: Param[];
  /** From the first ";" behind the host (for tel: behind the number) to the headers. */
  paramsRange: Range;
  /** `?name=value&...`, names in small letters. */
  headers: Param[];
  /** From the "?" on, where there is one. */
  headersRange?: Range;
};

/** Reads a URI that fills the range (the whole text when none is given). Never fails: what is not there is left out. */
export function readUri(text: string, range: Range = { start: 0, end: text.length }): Uri {
  const whole = trimmed(text, range);
  const colon = placeOf(text, ":", whole);
  if (colon === whole.end) return { ...emptyUri(text, whole, whole.start), scheme: "" };
  const scheme = text.slice(whole.start, colon).toLowerCase();
  const uri = { ...emptyUri(text, whole, colon + 1), scheme };
  if (scheme === "sip" || scheme === "sips") readSipParts(text, uri);
  else if (scheme === "tel") readTelParts(text, uri);
  return uri;
}

function emptyUri(text: string, range: Range, from: number): Uri {
  const rest = piece(text, from, range.end);
  const paramsRange = { start: range.end, end: range.end };
  return { range, scheme: "", rest, userParams: [], params: [], paramsRange, headers: [] };
}

export function piece(text: string, start: number, end: number): Piece {
  return { start, end, text: text.slice(start, end) };
}

// The user part may hold ";", "?" and ":" (RFC 4475 sections 3.1.1.2 and 3.1.1.9), so "@" is looked for first.
function readSipParts(text: string, uri: Uri): void {
  const { start, end } = uri.rest;
  const at = atSign(text, uri.rest);
  if (at >= 0) readUserInfo(text, uri, { start, end: at });
  const from = at < 0 ? start : at + 1;
  const question = placeOf(text, "?", { start: from, end });
  const semicolon = placeOf(text, ";", { start: from, end: question });
  Object.assign(uri, readHostPort(text, { start: from, end: semicolon }));
  uri.paramsRange = { start: semicolon, end: question };
  uri.params = readParams(text, uri.paramsRange).map(withPlainName);
  if (question === end) return;
  uri.headersRange = { start: question, end };
  uri.headers = readUriHeaders(text, { start: question + 1, end });
}

// RFC 3261 section 19.1.4: an escape means the letter it stands for, so "%6Cr" is "lr" (RFC 4475 section 3.1.1.3).
function withPlainName(param: Param): Param {
  if (!param.name.includes("%")) return param;
  const name = param.name.replace(/%([0-9a-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { ...param, name: name.toLowerCase() };
}

/** The last "@" before the parameters: a user part that wrongly holds one unescaped still ends at the right place. */
function atSign(text: string, range: Range): number {
  const first = placeOf(text, "@", range);
  if (first === range.end) return -1;
  const after = { start: first, end: range.end };
  return text.lastIndexOf("@", Math.min(placeOf(text, ";", after), placeOf(text, "?", after)) - 1);
}

function readUserInfo(text: string, uri: Uri, range: Range): void {
  const colon = placeOf(text, ":", range);
  uri.user = piece(text, range.start, colon);
  if (colon < range.end) uri.password = piece(text, colon + 1, range.end);
  const semicolon = placeOf(text, ";", { start: range.start, end: colon });
  uri.userParams = readParams(text, { start: semicolon, end: colon });
}

function readUriHeaders(text: string, range: Range): Param[] {
  const headers: Param[] = [];
  for (let start = range.start; start < range.end && headers.length < 1_000; ) {
    const end = placeOf(text, "&", { start, end: range.end });
    if (end > start) headers.push(readParam(text, { start, end }));
    start = end + 1;
  }
  return headers;
}

function readTelParts(text: string, uri: Uri): void {
  const { start, end } = uri.rest;
  const semicolon = placeOf(text, ";", uri.rest);
  uri.user = piece(text, start, semicolon);
  uri.paramsRange = { start: semicolon, end };
  uri.params = readParams(text, uri.paramsRange);
}
