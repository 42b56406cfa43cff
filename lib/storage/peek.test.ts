import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { peek } from "./peek";

const text = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, index) => index % 251));

test.each([
  [0, 1],
  [1, 1],
  [4_099, 1_000],
  [4_100, 4_100],
  [4_101, 1],
  [300_000, 65_536],
])("of %i bytes in pieces of %i, the first 4,100 are seen and none is lost", async (length, size) => {
  const all = text(length);
  const pieces = Array.from({ length: Math.ceil(length / size) }, (_, at) =>
    all.subarray(at * size, (at + 1) * size),
  );
  const { head, whole } = await peek(Readable.from(pieces, { objectMode: false }), 4_100);
  expect(Buffer.from(head).equals(all.subarray(0, 4_100))).toBe(true);
  expect((await buffer(whole)).equals(all)).toBe(true);
});

test("an upload that is cut after its first bytes fails, and does not count as a short file", async () => {
  const upload = new PassThrough();
  upload.write(text(5_000));
  const { whole } = await peek(upload, 4_100);
  upload.destroy();
  await expect(buffer(whole)).rejects.toThrow("The upload was cut");
});

test("an upload that fails later fails whoever reads it", async () => {
  const upload = new PassThrough();
  upload.write(text(5_000));
  const { whole } = await peek(upload, 4_100);
  upload.destroy(new Error("The line went dead"));
  await expect(buffer(whole)).rejects.toThrow();
});

test("an upload that fails in its first bytes fails at once", async () => {
  const upload = new PassThrough();
  const peeked = peek(upload, 4_100);
  upload.destroy(new Error("The line went dead"));
  await expect(peeked).rejects.toThrow("The line went dead");
});
