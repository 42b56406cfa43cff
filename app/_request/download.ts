import "server-only";
import { Readable } from "node:stream";

export type Download = {
  name: string;
  mediaType: string;
  sizeBytes: number;
  /** The whole file from its first byte; opened only when it will be sent. */
  open: () => Readable;
};

/**
 * Sends a file, or the part of it that a player asks for (RFC 9110 section 14). Sealed files open from their start only,
 * so what lies before the part is read and thrown away. Never shown as a page: a browser saves or plays it.
 */
export function sendDownload(request: Request, file: Download): Response {
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const headers = headersOf(file);
  const range = rangeOf(request.headers.get("range"), file.sizeBytes);
  if (range === "outside") {
    headers.set("Content-Range", `bytes */${file.sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range ?? { from: 0, to: file.sizeBytes - 1 };
  headers.set("Content-Length", String(to - from + 1));
  if (range) headers.set("Content-Range", `bytes ${from}-${to}/${file.sizeBytes}`);
  const body = range ? part(file.open(), from, to) : file.open();
  return new Response(Readable.toWeb(body) as ReadableStream, { status: range ? 206 : 200, headers });
}

function headersOf({ name, mediaType }: Download): Headers {
  return new Headers({
    "Content-Type": mediaType,
    "Content-Disposition": dispositionOf(name),
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
}

// RFC 6266: a plain name for old programs, and the true one in UTF-8.
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

type Range = { from: number; to: number };

function rangeOf(header: string | null, size: number): Range | "outside" | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? "outside" : { from, to };
}

function part(source: Readable, from: number, to: number): Readable {
  return Readable.from(bytesOfPart(source, from, to), { objectMode: false });
}

// Leaving the loop ends the source as well, so nothing is read that nobody asked for.
async function* bytesOfPart(source: Readable, from: number, to: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const bytes of source as AsyncIterable<Buffer>) {
    const wanted = bytes.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
    at += bytes.length;
    if (wanted.length > 0) yield wanted;
    if (at > to) return;
  }
}
