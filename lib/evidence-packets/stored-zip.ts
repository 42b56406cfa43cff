import type { PassThrough, Readable } from "node:stream";
import { type EndOptions, ZipFile } from "yazl";

export type ZipEntry = {
  path: string;
  sizeBytes: number;
  isExecutable?: boolean;
  open: () => Readable;
};

/**
 * A ZIP of uncompressed entries, opened one after the other as they are reached, and its exact size. Nothing is
 * compressed: recordings and PDFs do not shrink, the size is known beforehand, and no version of zlib changes a byte.
 * When an entry fails so does the ZIP; when the ZIP is left, the entry that is open is closed.
 */
export function storedZip(
  entries: readonly ZipEntry[],
  madeAt: Date,
): { stream: Readable; sizeBytes: number } {
  const zip = new ZipFile();
  const stream = zip.outputStream as PassThrough;
  zip.on("error", (error: Error) => stream.destroy(error));
  const mtime = new UtcDate(madeAt);
  for (const entry of entries) {
    const { path, sizeBytes: size, isExecutable } = entry;
    const options = { size, mtime, mode: isExecutable ? 0o100755 : 0o100644, compress: false };
    zip.addReadStreamLazy(path, options, (give) => give(null, openFor(stream, entry)));
  }
  return { stream, sizeBytes: endOf(zip, entries) };
}

function openFor(zip: PassThrough, entry: ZipEntry): Readable {
  const source = entry.open();
  const close = () => source.destroy();
  zip.once("close", close);
  source.once("close", () => zip.off("close", close));
  return source.on("error", (error) => zip.destroy(error));
}

function endOf(zip: ZipFile, entries: readonly ZipEntry[]): number {
  let sizeBytes = -1;
  // The published types leave out the argument of the callback. It is called at once, as every size is known.
  const keep = ((total: number) => {
    sizeBytes = total;
  }) as () => void;
  zip.end({ forceZip64Format: isDirectoryLong(entries) } as EndOptions, keep);
  return sizeBytes;
}

const DIRECTORY_BYTES_PER_ENTRY = 46 + 9 + 28;

// yazl 3.3.1 predicts the ZIP64 format for a directory from 64 kB on but writes it only from 4 GB on; told to use it,
// it does both alike.
function isDirectoryLong(entries: readonly ZipEntry[]): boolean {
  const bytes = entries.reduce((sum, { path }) => sum + DIRECTORY_BYTES_PER_ENTRY + path.length, 0);
  return bytes >= 0xffff;
}

/** Tells its UTC parts as local ones: a ZIP holds wall-clock time, and yazl would write that of the server. */
class UtcDate extends Date {
  override getFullYear = this.getUTCFullYear;
  override getMonth = this.getUTCMonth;
  override getDate = this.getUTCDate;
  override getHours = this.getUTCHours;
  override getMinutes = this.getUTCMinutes;
  override getSeconds = this.getUTCSeconds;
}
