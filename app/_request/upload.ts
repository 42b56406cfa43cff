import "server-only";
import { Readable } from "node:stream";
import busboy from "busboy";

/** The one file of an upload form, with the fields that came before it. */
export type Upload = {
  fields: Record<string, string>;
  name: string;
  declaredType: string;
  source: Readable;
};

const LIMITS = { fields: 10, fieldSize: 64 * 1024, files: 1, parts: 12 };

/** Whether a post comes from one of our own pages; browsers say so in headers that a page cannot forge. */
export function isOwnPost(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  // A page without an origin of its own sends "null".
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

/**
 * Reads a posted form up to its file and hands that to `take` as a stream; what it gives is given back. Nothing when the
 * form has no file. The rest of the body is read and thrown away, so that the browser gets its answer.
 */
export async function readUpload<Value>(
  request: Request,
  take: (upload: Upload) => Promise<Value>,
): Promise<Value | undefined> {
  const body = request.body && Readable.fromWeb(request.body as never);
  const type = request.headers.get("content-type") ?? "";
  if (!body || !type.startsWith("multipart/form-data")) return undefined;
  const parser = busboy({
    headers: { "content-type": type },
    limits: LIMITS,
    defParamCharset: "utf8",
    preservePath: true,
  });
  const fields: Record<string, string> = {};
  let taken: Promise<Value> | undefined;
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (_field, source, info) => {
    const upload = { fields, name: info.filename ?? "", declaredType: info.mimeType, source };
    taken = take(upload).finally(() => source.resume());
    taken.catch(() => undefined);
  });
  await whole(body, parser);
  return taken;
}

// Ends when the parser has seen the end of the form, and fails when the browser went away before that.
function whole(body: Readable, parser: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once("close", resolve);
    parser.once("error", reject);
    body.once("error", (error) => {
      parser.destroy(error);
      reject(error);
    });
    body.pipe(parser);
  });
}
