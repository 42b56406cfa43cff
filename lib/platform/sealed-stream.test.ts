import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { newKey } from "./sealed";
import { openStream, sealStream } from "./sealed-stream";

const key = newKey();
const HEADER = 24;
const SEALED_CHUNK = 65_536 + 17;

/** Bytes of which no two chunks are alike. */
function bytesOf(length: number): Buffer {
  return Buffer.from(
    Uint32Array.from({ length: Math.ceil(length / 4) }, (_, index) => index).buffer,
  ).subarray(0, length);
}

function inPieces(bytes: Buffer, size: number): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return Readable.from(pieces, { objectMode: false });
}

function sealed(bytes: Buffer, context = "file:1", size = 16_384): Promise<Buffer> {
  return buffer(inPieces(bytes, size).pipe(sealStream(key, context)));
}

function opened(bytes: Buffer, context = "file:1", size = 16_384, withKey = key): Promise<Buffer> {
  return buffer(inPieces(bytes, size).pipe(openStream(withKey, context)));
}

const lengths = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001];

test.each(lengths)("%i bytes come back as they were, in whatever pieces they arrive", async (length) => {
  const plain = bytesOf(length);
  for (const size of [1_000, 65_536, 65_553, 1_000_000]) {
    const box = await sealed(plain, "file:1", size);
    expect((await opened(box, "file:1", size)).equals(plain), `pieces of ${size}`).toBe(true);
  }
});

test.each([
  [0, HEADER + 17],
  [65_536, HEADER + SEALED_CHUNK],
  [65_537, HEADER + SEALED_CHUNK + 18],
])("%i bytes take %i on the disk, so that files sealed long ago still open", async (length, size) => {
  expect(await sealed(bytesOf(length))).toHaveLength(size);
});

test("pieces of one byte are as good as any", async () => {
  const plain = bytesOf(70_000);
  expect((await opened(await sealed(plain, "file:1", 1), "file:1", 1)).equals(plain)).toBe(true);
});

test("nothing of the words stands in what lies on the disk", async () => {
  const box = await sealed(Buffer.from("I know where you live ".repeat(5_000)));
  expect(box.includes("know where")).toBe(false);
});

/** Three whole chunks and a last one, each tampered with in its own way. */
const plain = bytesOf(3 * 65_536 + 100);
const box = await sealed(plain);
const chunk = (index: number) =>
  box.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
const joined = (...parts: Buffer[]) => Buffer.concat([box.subarray(0, HEADER), ...parts]);

test("the chunks stand where this file thinks", async () => {
  expect((await opened(joined(chunk(0), chunk(1), chunk(2), chunk(3)))).equals(plain)).toBe(true);
});

test.each<[what: string, bytes: Buffer]>([
  ["cut after a whole chunk", joined(chunk(0), chunk(1), chunk(2))],
  ["cut inside a chunk", box.subarray(0, box.length - 1)],
  ["cut inside the head", box.subarray(0, HEADER - 1)],
  ["the head alone", box.subarray(0, HEADER)],
  ["nothing at all", Buffer.alloc(0)],
  ["a chunk dropped", joined(chunk(0), chunk(2), chunk(3))],
  ["two chunks swapped", joined(chunk(1), chunk(0), chunk(2), chunk(3))],
  ["a chunk twice", joined(chunk(0), chunk(0), chunk(1), chunk(2), chunk(3))],
  ["the last chunk alone", joined(chunk(3))],
  ["a byte added", Buffer.concat([box, Buffer.from([0])])],
  ["another head", Buffer.concat([Buffer.alloc(HEADER), box.subarray(HEADER)])],
])("a file does not open with %s", async (_, bytes) => {
  await expect(opened(bytes)).rejects.toThrow();
});

test("a file does not open when any one byte was changed", async () => {
  for (const at of [0, HEADER, HEADER + 1, HEADER + SEALED_CHUNK, box.length - 1, box.length - 200]) {
    const changed = Buffer.from(box);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(opened(changed), `byte ${at}`).rejects.toThrow();
  }
});

test("a file does not open in the place of another, nor with another key", async () => {
  await expect(opened(box, "file:2")).rejects.toThrow();
  await expect(opened(box, "file:1", 16_384, newKey())).rejects.toThrow();
});

test("the end of one file does not fit on another sealed with the same key", async () => {
  const other = await sealed(plain);
  await expect(
    opened(Buffer.concat([box.subarray(0, HEADER + SEALED_CHUNK), other.subarray(HEADER + SEALED_CHUNK)])),
  ).rejects.toThrow();
});
