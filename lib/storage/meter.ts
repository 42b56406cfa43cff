import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** Size in bytes and hexadecimal SHA-256 of what flowed through. */
export type Digest = { sizeBytes: number; sha256: string };

export class FileTooLarge extends Error {
  override name = "FileTooLarge";
}

/** A stream that passes bytes on, counts and hashes them, and fails with `FileTooLarge` beyond `maxBytes`. */
export function meter(maxBytes = Number.POSITIVE_INFINITY): { stream: Transform; digest: () => Digest } {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const stream = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      sizeBytes += bytes.length;
      if (sizeBytes > maxBytes) return done(new FileTooLarge(`More than ${maxBytes} bytes`));
      hash.update(bytes);
      done(null, bytes);
    },
  });
  return { stream, digest: () => ({ sizeBytes, sha256: hash.copy().digest("hex") }) };
}
