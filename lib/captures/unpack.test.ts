import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpacked } from "./unpack";

const text = Array.from({ length: 3_000 }, (_, line) => `line ${line} of ${line * 7919}\n`).join("");
const packed = gzipSync(text);
const noLimit = 1_000_000_000;

async function* inPieces(bytes: Uint8Array, size = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(source: AsyncIterable<Uint8Array>, maxBytes = noLimit) {
  const parts: Uint8Array[] = [];
  const findings: string[] = [];
  for await (const part of unpacked(source, maxBytes, (code) => findings.push(code))) parts.push(part);
  return { text: Buffer.concat(parts).toString("latin1"), findings };
}

describe("gzip is unpacked, however its bytes come", () => {
  test.each([7, 1_000, 100_000])("in pieces of %i", async (size) => {
    expect(await read(inPieces(packed, size))).toEqual({ text, findings: [] });
  });

  test("byte by byte", async () => {
    expect(await read(inPieces(gzipSync("hello"), 1))).toEqual({ text: "hello", findings: [] });
  });

  test("of several members", async () => {
    const members = Buffer.concat([packed, gzipSync("and more"), gzipSync("")]);
    expect(await read(inPieces(members, 777))).toEqual({ text: `${text}and more`, findings: [] });
  });

  test.each([512, 100_000])("with %i zeros after its end", async (zeros) => {
    const padded = Buffer.concat([packed, Buffer.alloc(zeros)]);
    expect(await read(inPieces(padded, 10_000))).toEqual({ text, findings: [] });
  });
});

test.each([
  ["", "nothing"],
  ["\x1f", "one byte"],
  ["plain words", "words"],
])("what is not gzip passes as it is: %j", async (plain) => {
  expect(await read(inPieces(Buffer.from(plain, "latin1"), 3))).toEqual({ text: plain, findings: [] });
});

test("gzip that breaks off gives all that could be unpacked", async () => {
  for (const length of [2, 9, 10, 11, 100, 5_000, packed.length - 9, packed.length - 1]) {
    const { text: got, findings } = await read(inPieces(packed.subarray(0, length), 999));
    expect(findings, `${length} bytes`).toEqual(["GZIP_BROKEN"]);
    expect(text.startsWith(got)).toBe(true);
    // Each compressed byte holds more than one of this text, save those of the tables at the start.
    expect(got.length, `${length} bytes`).toBeGreaterThanOrEqual(length - 500);
  }
});

test("damaged gzip gives what came before the damage", async () => {
  const damaged = Buffer.from(packed);
  damaged.fill(0xff, 8_000, 8_100);
  const { text: got, findings } = await read(inPieces(damaged, 500));
  expect(findings).toEqual(["GZIP_BROKEN"]);
  expect(got.length).toBeGreaterThan(7_000);
  expect(text.startsWith(got.slice(0, 7_000))).toBe(true);
});

test("a bomb ends at the limit, and is not unpacked further", async () => {
  const bomb = gzipSync(Buffer.alloc(64_000_000));
  let taken = 0;
  async function* counted() {
    for await (const piece of inPieces(bomb, 1_000)) {
      taken += piece.length;
      yield piece;
    }
  }
  const { text: got, findings } = await read(counted(), 1_000_000);
  expect(findings).toEqual(["GZIP_TOO_LARGE"]);
  expect(got.length).toBe(1_000_000);
  expect(taken).toBeLessThan(3_000);
});

test("what is as long as the limit is not too long", async () => {
  expect((await read(inPieces(packed), text.length)).findings).toEqual([]);
  expect((await read(inPieces(packed), text.length - 1)).findings).toEqual(["GZIP_TOO_LARGE"]);
});

test("a source that fails is not hidden, and one that is left is closed", async () => {
  let isClosed = false;
  async function* failing() {
    try {
      yield packed.subarray(0, 100);
      throw new Error("the disk is gone");
    } finally {
      isClosed = true;
    }
  }
  await expect(read(failing())).rejects.toThrow("the disk is gone");
  isClosed = false;
  for await (const _ of unpacked(failing(), noLimit)) break;
  expect(isClosed).toBe(true);
});
