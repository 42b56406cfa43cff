import type { Piece, Range } from "./range";
import { readAttributes, type SdpAttribute } from "./sdp-attributes";
import { readConnection, type SdpConnection } from "./sdp-connection";
import { readSdpLines, type SdpLine } from "./sdp-lines";
import { readMedia, type SdpMedia } from "./sdp-media";

/** A session description (RFC 8866) as written: what cannot be read is left out, and its line stands in `lines`. */
export type Sdp = {
  range: Range;
  lines: SdpLine[];
  origin?: SdpOrigin;
  /** `s=` */
  name?: Piece;
  /** `c=` of the session, which media without their own use. */
  connection?: SdpConnection;
  /** `a=` lines of the session. */
  attributes: SdpAttribute[];
  media: SdpMedia[];
};

/** `o=` (RFC 8866 section 5.2). */
export type SdpOrigin = {
  range: Range;
  username: string;
  sessionId: string;
  version: string;
  address: string;
};

/** Reads SDP that fills the range. Never fails. */
export function readSdp(text: string, range: Range = { start: 0, end: text.length }): Sdp {
  const lines = readSdpLines(text, range);
  const firstMedia = lines.findIndex(({ letter }) => letter === "m");
  const session = firstMedia < 0 ? lines : lines.slice(0, firstMedia);
  const connection = readConnection(session);
  const attributes = readAttributes(session);
  return {
    range,
    lines,
    origin: readOrigin(session),
    name: session.find(({ letter }) => letter === "s")?.value,
    connection,
    attributes,
    media: mediaSections(lines).map(({ line, below }) => readMedia(line, below, { connection, attributes })),
  };
}

/** The m= lines, each with the lines that belong to it. */
function mediaSections(lines: readonly SdpLine[]): { line: SdpLine; below: SdpLine[] }[] {
  const sections: { line: SdpLine; below: SdpLine[] }[] = [];
  for (const line of lines) {
    if (line.letter === "m") sections.push({ line, below: [] });
    else sections.at(-1)?.below.push(line);
  }
  return sections;
}

function readOrigin(lines: readonly SdpLine[]): SdpOrigin | undefined {
  const line = lines.find(({ letter }) => letter === "o");
  if (!line) return undefined;
  const [username = "", sessionId = "", version = "", , , address = ""] = line.value.text.trim().split(/\s+/);
  return { range: line.range, username, sessionId, version, address };
}
