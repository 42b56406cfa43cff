import { type ContentType, readContentType } from "./content-type";
import { readHeaderLines } from "./header-lines";
import { paramValue } from "./header-params";
import type { Header, SipMessage } from "./message";
import type { Range } from "./range";

/** A body that is no container: the body of the message, or one part of a multipart (RFC 2046 section 5.1). */
export type BodyPart = {
  /** In small letters without parameters: "application/sdp"; "text/plain" where none is named (RFC 2046 section 5.2). */
  contentType: string;
  type?: ContentType;
  /** Headers of the part; for a body that is not split, those of the message. */
  headers: Header[];
  /** The content alone. */
  range: Range;
  /** How many multiparts it stands in: 0 for a body that is not split. */
  depth: number;
};

const MAX_DEPTH = 8;
const MAX_PARTS = 200;

/** All parts of a body in the order of the bytes, those of nested multiparts in the place of their container. */
export function bodyParts(message: SipMessage): BodyPart[] {
  if (message.body.end <= message.body.start) return [];
  const parts: BodyPart[] = [];
  collect(message.text, { headers: message.headers, range: message.body, depth: 0 }, parts);
  return parts;
}

type Found = Pick<BodyPart, "headers" | "range" | "depth">;

function collect(text: string, found: Found, parts: BodyPart[]): void {
  if (parts.length >= MAX_PARTS) return;
  const type = typeOf(text, found.headers);
  const boundary = type?.type.startsWith("multipart/") ? paramValue(type.params, "boundary") : undefined;
  const inside = boundary && found.depth < MAX_DEPTH ? partRanges(text, found.range, boundary) : [];
  if (inside.length === 0) parts.push({ contentType: type?.type ?? "text/plain", type, ...found });
  for (const range of inside) collect(text, partAt(text, range, found.depth + 1), parts);
}

function typeOf(text: string, headers: Header[]): ContentType | undefined {
  const header = headers.find(({ name }) => name === "Content-Type");
  return header && readContentType(text, header.value);
}

/** What stands between the boundary lines. The line end before a boundary belongs to it. */
function partRanges(text: string, { start, end }: Range, boundary: string): Range[] {
  const ranges: Range[] = [];
  const body = text.slice(start, end);
  let open = -1;
  for (let at = body.indexOf(`--${boundary}`); at >= 0 && ranges.length < MAX_PARTS; ) {
    const after = at + boundary.length + 2;
    if (at === 0 || body[at - 1] === "\n") {
      if (open >= 0)
        ranges.push({ start: start + open, end: start + Math.max(open, beforeLineEnd(body, at)) });
      open = body.startsWith("--", after) ? -1 : lineAfter(body, after);
      if (open < 0) return ranges;
    }
    at = body.indexOf(`--${boundary}`, after);
  }
  if (open >= 0 && open < body.length) ranges.push({ start: start + open, end });
  return ranges;
}

function beforeLineEnd(body: string, at: number): number {
  return body[at - 2] === "\r" ? at - 2 : at - 1;
}

function lineAfter(body: string, at: number): number {
  const lf = body.indexOf("\n", at);
  return lf < 0 ? body.length : lf + 1;
}

function partAt(text: string, range: Range, depth: number): Found {
  const part = text.slice(0, range.end);
  const { headers, bodyStart, isEnded } = readHeaderLines(part, range.start, () => {});
  return { headers, range: { start: isEnded ? bodyStart : range.end, end: range.end }, depth };
}
