import { fileTypeFromBuffer } from "file-type/core";
import { fault, ok, type Result } from "@/lib/platform/result";
import { captureMediaType } from "./capture-magic";
import { type FileFormat, type FileKind, formatOfExtension, formatsOfMediaType } from "./file-formats";
import { firstUnzipped, isGzip } from "./gzip-magic";
import { isOlderText, isUnicodeText } from "./text-bytes";

/** How many of a file's first bytes `sniffFile` needs to see (the sample size of the file-type library). */
export const SNIFF_BYTES = 4100;

export type SniffedFile = { kind: FileKind; mediaType: string };
export type SniffFault = "EMPTY" | "KIND_NOT_TAKEN" | "KIND_DIFFERS";

/**
 * Tells by its first bytes what a file is. `EMPTY`: no bytes. `KIND_NOT_TAKEN`: neither content nor name is of a kind
 * that is taken. `KIND_DIFFERS`: the name says one kind and the content is another, or unreadable. Within a kind the
 * content alone decides (phones name HEIC photos ".jpg"). A name without an extension leaves the word to the type that
 * the browser declared; if that says nothing, too, the content stands for itself.
 */
export async function sniffFile(
  firstBytes: Uint8Array,
  name: string,
  declaredType = "",
): Promise<Result<SniffedFile, SniffFault>> {
  if (firstBytes.length === 0) return fault("EMPTY");
  const extension = extensionOf(name);
  const claimed = formatOfExtension(extension) ?? (extension === "" ? declared(declaredType) : undefined);
  if (!claimed && extension !== "") return fault("KIND_NOT_TAKEN");
  const found = await formatsOfContent(firstBytes);
  const format = found.find(({ extensions }) => extensions.includes(extension)) ?? found[0];
  if (claimed && claimed.kind !== format?.kind) return fault("KIND_DIFFERS");
  return format ? ok({ kind: format.kind, mediaType: format.mediaType }) : fault("KIND_NOT_TAKEN");
}

/** The extension of a name in lower case; "" for none, or for digits only ("call of 2.3.2026"). */
function extensionOf(name: string): string {
  const [, extension = ""] = /\.([a-z0-9]{1,10})$/i.exec(name.replace(/\p{Cf}/gu, "").trimEnd()) ?? [];
  return /^\d+$/.test(extension) ? "" : extension.toLowerCase();
}

function declared(mediaType: string): FileFormat | undefined {
  const [essence = ""] = mediaType.toLowerCase().split(";");
  return formatsOfMediaType(essence.trim())[0];
}

/** Text comes first, because some signatures are two letters long: a note may begin with "BM" or "MZ". */
async function formatsOfContent(bytes: Uint8Array): Promise<FileFormat[]> {
  if (isGzip(bytes)) return holdsTrace(firstUnzipped(bytes)) ? formatsOfMediaType("application/gzip") : [];
  const isText = isUnicodeText(bytes) && !hasPrintableSignature(bytes);
  const mediaType = isText ? "text/plain" : (captureMediaType(bytes) ?? (await signatureOf(bytes)));
  if (mediaType) return formatsOfMediaType(mediaType);
  return isOlderText(bytes) ? formatsOfMediaType("text/plain") : [];
}

/** Whether what lies inside a zipped file can be a trace: a capture, or a log of text. */
function holdsTrace(bytes: Uint8Array): boolean {
  return captureMediaType(bytes) !== undefined || (bytes.length > 0 && isUnicodeText(bytes));
}

/** PDF and AMR begin with plain letters, and what follows may be plain for a while. */
function hasPrintableSignature(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  return start === "%PDF-" || start === "#!AMR";
}

async function signatureOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    // The library reads on after a signature, and a damaged file may lead it astray: then it is of no known kind.
    return undefined;
  }
}
