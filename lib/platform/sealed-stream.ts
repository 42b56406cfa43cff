// Files are sealed with libsodium's secretstream: chunks cannot be dropped, swapped, cut or moved to another file.
import { Transform, type TransformCallback } from "node:stream";
import sodium from "libsodium-wrappers";
import type { Key } from "./sealed";

await sodium.ready;

/** The stored bytes are not those that were sealed. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

const CHUNK_BYTES = 64 * 1024;
const HEADER_BYTES = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + sodium.crypto_secretstream_xchacha20poly1305_ABYTES;
const MESSAGE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
const FINAL = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;

/** A stream that seals what is written to it; `context` binds it to one file, as with `seal`. */
export function sealStream(key: Key, context: string): Transform {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const box = (chunk: Uint8Array, tag: number) =>
    sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, context, tag);
  const stream = inChunks(CHUNK_BYTES, {
    // The last chunk carries the final tag, so it is held back until the end is known; an empty file has an empty one.
    chunk: (bytes) => box(bytes, MESSAGE),
    last: (bytes) => box(bytes, FINAL),
  });
  stream.push(Buffer.from(header));
  return stream;
}

/** The reverse of `sealStream`. The stream fails when a byte was changed, or chunks are missing or out of place. */
export function openStream(key: Key, context: string): Transform {
  let state: ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_init_pull> | undefined;
  const unbox = (bytes: Uint8Array, tag: number): Uint8Array => {
    const pulled = state && sodium.crypto_secretstream_xchacha20poly1305_pull(state, bytes, context);
    if (!pulled || pulled.tag !== tag)
      throw new SealBroken("A sealed file does not open: it was changed or cut");
    return pulled.message;
  };
  return inChunks(SEALED_CHUNK_BYTES, {
    headBytes: HEADER_BYTES,
    head: (bytes) => {
      state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(bytes, key);
    },
    chunk: (bytes) => unbox(bytes, MESSAGE),
    last: (bytes) => unbox(bytes, FINAL),
  });
}

type ChunkSteps = {
  headBytes?: number;
  head?: (bytes: Uint8Array) => void;
  chunk: (bytes: Uint8Array) => Uint8Array;
  last: (bytes: Uint8Array) => Uint8Array;
};

/** Cuts a byte stream into equal chunks, after an optional head; the last chunk, also an empty one, is told apart. */
function inChunks(size: number, steps: ChunkSteps): Transform {
  let held: Buffer = Buffer.alloc(0);
  let headLeft = steps.headBytes ?? 0;
  const drain = (stream: Transform) => {
    if (headLeft > 0 && held.length >= headLeft) {
      steps.head?.(held.subarray(0, headLeft));
      held = held.subarray(headLeft);
      headLeft = 0;
    }
    while (headLeft === 0 && held.length > size) {
      stream.push(Buffer.from(steps.chunk(held.subarray(0, size))));
      held = held.subarray(size);
    }
  };
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      attempt(done, () => drain(this));
    },
    flush(done) {
      attempt(done, () => {
        if (headLeft > 0) throw new SealBroken("A sealed file does not open: it was cut");
        this.push(Buffer.from(steps.last(held)));
      });
    },
  });
}

function attempt(done: TransformCallback, step: () => void): void {
  try {
    step();
    done();
  } catch (error) {
    done(error as Error);
  }
}
