import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { marasPacket, originalOf } from "./build-packet";
import { bytesFile, type PayloadFile } from "./payload-file";
import { inTemporaryFolder, zipEntriesOf } from "./test-bag";
import { writePacket } from "./write-packet";

const withPayload = (payload: PayloadFile[]) => ({ ...marasPacket(), payload });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("writePacket", () => {
  it("gives the same bytes for the same input", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => buffer(writePacket(marasPacket()).stream)));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  it("tells its size beforehand, and its fingerprint and hash afterwards", async () => {
    const packet = writePacket(marasPacket());
    const zipped = await buffer(packet.stream);
    const tagManifest = (await zipEntriesOf(zipped)).find(({ name }) =>
      name.endsWith("/tagmanifest-sha256.txt"),
    );
    expect(packet.sizeBytes).toBe(zipped.length);
    expect(await packet.finished).toEqual({
      fingerprint: sha256(tagManifest?.bytes ?? Buffer.alloc(0)),
      sizeBytes: zipped.length,
      sha256: sha256(zipped),
    });
  });

  it("stamps every file with the UTC time of making, and makes verify.sh executable alone", async () => {
    const entries = await zipEntriesOf(await buffer(writePacket(marasPacket()).stream));
    for (const { name, mode, modifiedAt } of entries) {
      expect(modifiedAt.toISOString()).toBe("2026-03-05T09:30:00.000Z");
      expect(mode).toBe(name.endsWith("/verify.sh") ? 0o755 : 0o644);
    }
  });

  it.each([0, 1, 900, 2_000])("tells the right size with %i originals", async (count) => {
    const originals = Array.from({ length: count }, (_, index) =>
      originalOf(`E${index}`, "same name.wav", "x"),
    );
    const packet = writePacket(marasPacket({ originals }));
    const zipped = await buffer(packet.stream);
    expect(packet.sizeBytes).toBe(zipped.length);
    expect(await zipEntriesOf(zipped)).toHaveLength(count + 12);
  });

  it.runIf(spawnSync("unzip", ["-v"]).status === 0)("is a ZIP that unzip finds whole", async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, "packet.zip");
      await writeFile(path, await buffer(writePacket(marasPacket()).stream));
      expect(spawnSync("unzip", ["-t", path]).status).toBe(0);
    });
  });

  it.each([
    ["other bytes of the same length", "RIFF 2"],
    ["fewer bytes", "RIFF"],
    ["more bytes", "RIFF 1 and more"],
  ])("fails when an original gives %s than it arrived with", async (_, text) => {
    const original = { ...originalOf("E1", "v.wav", "RIFF 1"), open: originalOf("E1", "v.wav", text).open };
    const packet = writePacket(marasPacket({ originals: [original] }));
    await expect(buffer(packet.stream)).rejects.toThrow(/recorded/);
    await expect(packet.finished).rejects.toThrow(/recorded/);
  });

  it("fails when an original cannot be opened or breaks off, without naming it", async () => {
    const broken = () =>
      Readable.from(
        (function* () {
          yield Buffer.from("RI");
          throw new Error("The storage went away");
        })(),
      );
    for (const open of [broken, () => Promise.reject(new Error("The storage went away"))]) {
      const packet = writePacket(
        marasPacket({ originals: [{ ...originalOf("E1", "v.wav", "RIFF 1"), open }] }),
      );
      await expect(buffer(packet.stream)).rejects.toThrow("The storage went away");
      await expect(packet.finished).rejects.toThrow("The storage went away");
    }
  });

  it("closes the file it reads when the reader goes away", async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    const file = { path: "data/long.wav", sizeBytes: 1e9, open: () => endless };
    const packet = writePacket(withPayload([file]));
    for await (const _ of packet.stream) if (endless.readableDidRead) break;
    await expect(packet.finished).rejects.toThrow();
    await expect.poll(() => endless.destroyed).toBe(true);
  });

  it.each(["report.pdf", "data/../x", "data/a b", "data/a\n", "data/", "/data/x", "bagit.txt"])(
    "refuses the path %j",
    (path) => {
      expect(() => writePacket(withPayload([bytesFile(path, Buffer.from("x"))]))).toThrow(/plain path/);
    },
  );

  it("refuses two paths that differ in nothing but case, and a folder that is a path", () => {
    const files = ["data/a.txt", "data/A.txt"].map((path) => bytesFile(path, Buffer.from("x")));
    expect(() => writePacket(withPayload(files))).toThrow(/same path/);
    expect(() => writePacket({ ...marasPacket(), folder: "a/b" })).toThrow(/plain name/);
  });

  it("opens one file at a time", async () => {
    let open = 0;
    let most = 0;
    const counted = (index: number): PayloadFile => {
      const bytes = Readable.from([Buffer.alloc(10)], { objectMode: false });
      const opened = () => {
        most = Math.max(most, ++open);
        return bytes.once("end", () => {
          open -= 1;
        });
      };
      return { path: `data/${index}.bin`, sizeBytes: 10, open: opened };
    };
    await buffer(writePacket(withPayload(Array.from({ length: 50 }, (_, index) => counted(index)))).stream);
    expect(most).toBe(1);
  });

  it("keeps its memory while 200 MB flow through", async () => {
    const sizeBytes = 200 * 2 ** 20;
    const file = { path: "data/long.wav", sizeBytes, open: () => Readable.from(megabytes(200)) };
    const before = process.memoryUsage().rss;
    let peak = before;
    let read = 0;
    for await (const bytes of writePacket(withPayload([file])).stream) {
      read += bytes.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    expect(read).toBeGreaterThan(sizeBytes);
    expect((peak - before) / 2 ** 20).toBeLessThan(100);
  });
});

function* megabytes(count: number): Generator<Buffer> {
  for (let index = 0; index < count * 16; index += 1) yield Buffer.alloc(65_536, index);
}
