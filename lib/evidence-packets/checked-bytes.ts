import { createHash } from "node:crypto";
import type { PayloadFile } from "./payload-file";

/** A file does not hold the bytes it should. The message names no file: names are content, and errors are logged. */
export class BytesDiffer extends Error {
  override name = "BytesDiffer";
}

/**
 * The bytes of a file as they flow by, hashed again. Fails with `BytesDiffer` at the end when they are not the bytes
 * that were recorded, else hands the hexadecimal SHA-256 to `keepSum` before it ends.
 */
export async function* checkedBytes(
  file: PayloadFile,
  keepSum: (sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const bytes of (await file.open()) as AsyncIterable<Uint8Array>) {
    sizeBytes += bytes.length;
    if (sizeBytes > file.sizeBytes) break;
    hash.update(bytes);
    yield bytes;
  }
  const sha256 = hash.digest("hex");
  if (sizeBytes !== file.sizeBytes) throw new BytesDiffer("A file of the packet has not its recorded size");
  if (file.sha256 && file.sha256 !== sha256)
    throw new BytesDiffer("A file of the packet has not the SHA-256 that was recorded when it arrived");
  keepSum(sha256);
}
