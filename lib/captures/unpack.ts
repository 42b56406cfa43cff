import { createGunzip, type Gunzip } from "node:zlib";
import type { CaptureFindingCode } from "./capture-finding";

const gzipMagic = [0x1f, 0x8b];
/** Header, an empty block and trailer (RFC 1952 section 2.2). */
const shortestGzip = 20;
/** One step of unpacking; deflate makes at most 1,032 times of it, so no step makes more than 17 MB. */
const stepBytes = 16_384;

/** What went wrong while unpacking: GZIP_BROKEN or GZIP_TOO_LARGE. */
export type UnpackFinding = Extract<CaptureFindingCode, "GZIP_BROKEN" | "GZIP_TOO_LARGE">;

/**
 * Unpacks gzip (RFC 1952, also of several members), found by its first bytes; anything else passes as it is. What was
 * unpacked before a fault is given out, then `onFinding` hears of it: GZIP_BROKEN for damage or a sudden end,
 * GZIP_TOO_LARGE when more than `maxBytes` would come out.
 */
export async function* unpacked(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onFinding: (code: UnpackFinding) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Uint8Array = Buffer.alloc(0);
  let isOver = false;
  while (head.length < gzipMagic.length && !isOver) {
    const next = await chunks.next();
    isOver = next.done === true;
    if (!next.done) head = Buffer.concat([head, next.value]);
  }
  const all = startingWith(head, chunks);
  if (gzipMagic.every((byte, index) => head[index] === byte)) yield* gunzipped(all, maxBytes, onFinding);
  else yield* all;
}

async function* startingWith(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* gunzipped(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onFinding: (code: UnpackFinding) => void,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 65_536 });
  const out = collected(gunzip);
  let room = maxBytes;
  let takenBytes = 0;
  try {
    for await (const step of steps(source)) {
      takenBytes += step.length;
      const isSound = (await written(gunzip, step)) && (step.length > 0 || takenBytes >= shortestGzip);
      for (const bytes of out.splice(0)) {
        if (bytes.length > room) {
          yield bytes.subarray(0, room);
          onFinding("GZIP_TOO_LARGE");
          return;
        }
        room -= bytes.length;
        yield bytes;
      }
      if (!isSound) {
        onFinding("GZIP_BROKEN");
        return;
      }
    }
  } finally {
    gunzip.destroy();
  }
}

/** What the stream gives out, as it comes. */
function collected(gunzip: Gunzip): Uint8Array[] {
  const out: Uint8Array[] = [];
  gunzip.on("data", (bytes: Buffer) => out.push(bytes));
  return out;
}

/** Small pieces of the source, and an empty one for its end. */
async function* steps(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += stepBytes) yield chunk.subarray(at, at + stepBytes);
  }
  yield Buffer.alloc(0);
}

/** Unpacks one step to its end, or finishes when it is empty; false when the bytes are no gzip or break off. */
function written(gunzip: Gunzip, step: Uint8Array): Promise<boolean> {
  // What follows the last member is no part of it, and is not unpacked.
  if (gunzip.readableEnded) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (isSound: boolean) => {
      gunzip.off("end", onEnd);
      if (isSound) gunzip.off("error", onError);
      resolve(isSound);
    };
    const onEnd = () => settle(true);
    const onError = () => settle(false);
    // The writable side finishes before the last bytes are unpacked, so only the readable side's end tells that all went well.
    gunzip.once("end", onEnd).once("error", onError);
    if (step.length > 0) gunzip.write(step, (error) => settle(!error));
    else gunzip.end();
  });
}
