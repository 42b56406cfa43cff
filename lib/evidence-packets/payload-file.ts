import { Readable } from "node:stream";

/** One file of a packet before it is written; nothing is read until its turn comes. */
export type PayloadFile = {
  /** Place in the bag, e.g. `data/report.pdf`. */
  path: string;
  sizeBytes: number;
  /** Hexadecimal SHA-256 recorded when the file arrived; the packet fails when the bytes differ. */
  sha256?: string;
  open: () => Readable | Promise<Readable>;
};

/** A file of which the text is known already. Lone surrogates become U+FFFD, as in any UTF-8. */
export function textFile(path: string, text: string): PayloadFile {
  return bytesFile(path, Buffer.from(text, "utf8"));
}

/** A file of which the bytes are known already, such as a finished PDF. */
export function bytesFile(path: string, bytes: Uint8Array): PayloadFile {
  return {
    path,
    sizeBytes: bytes.length,
    open: () => Readable.from([Buffer.from(bytes)], { objectMode: false }),
  };
}
