import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { FileTooLarge, meter } from "./meter";

const pieces = [Buffer.from("I know "), Buffer.from("where you live")];
const sha256 = createHash("sha256").update("I know where you live").digest("hex");

test("bytes flow through as they are, counted and hashed", async () => {
  const { stream, digest } = meter();
  expect(String(await buffer(Readable.from(pieces).pipe(stream)))).toBe("I know where you live");
  expect(digest()).toEqual({ sizeBytes: 21, sha256 });
  expect(digest(), "asked twice").toEqual({ sizeBytes: 21, sha256 });
});

test("nothing at all has the SHA-256 of nothing", async () => {
  const { stream, digest } = meter(0);
  await buffer(Readable.from([]).pipe(stream));
  expect(digest()).toEqual({ sizeBytes: 0, sha256: createHash("sha256").digest("hex") });
});

test("the limit itself may flow, and not a byte more", async () => {
  await pipeline(Readable.from(pieces), meter(21).stream, (source) => buffer(source));
  await expect(pipeline(Readable.from(pieces), meter(20).stream, (source) => buffer(source))).rejects.toThrow(
    FileTooLarge,
  );
});
