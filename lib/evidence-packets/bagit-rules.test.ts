// RFC 8493 read rule by rule against a real packet, apart from the code that wrote it.
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { hostileNames, marasPacket, originalOf } from "./build-packet";
import { zipEntriesOf } from "./test-bag";
import { writePacket } from "./write-packet";

const files = new Map<string, Buffer>();
const textOf = (path: string) => files.get(path)?.toString("utf8") ?? "";
const linesOf = (path: string) => textOf(path).split("\n").slice(0, -1);
const pathsIn = (manifest: string) => linesOf(manifest).map((line) => line.replace(/^\S+\s+/, ""));

beforeAll(async () => {
  const originals = hostileNames.map((name, index) => originalOf(`E${index + 1}`, name, `bytes ${index}`));
  const packet = marasPacket({ originals });
  for (const { name, bytes } of await zipEntriesOf(await buffer(writePacket(packet).stream)))
    files.set(name.replace(`${packet.folder}/`, ""), bytes);
});

describe("a packet is a BagIt bag (RFC 8493)", () => {
  it("declares version and encoding in two lines, without a byte order mark (2.1.1)", () => {
    expect(textOf("bagit.txt")).toBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  });

  it("has every payload file under data/ in the manifest, once, and no other (2.1.2, 2.1.3, 3)", () => {
    const payload = [...files.keys()].filter((path) => path.startsWith("data/"));
    expect(pathsIn("manifest-sha256.txt")).toEqual(payload.sort());
  });

  it("has every other file but the tag manifest in the tag manifest (2.2.1)", () => {
    const tags = [...files.keys()].filter((path) => !path.startsWith("data/"));
    expect(pathsIn("tagmanifest-sha256.txt")).toEqual(
      tags.filter((path) => path !== "tagmanifest-sha256.txt").sort(),
    );
  });

  it("gives the right SHA-256 in lower case for every path (2.4)", () => {
    for (const line of ["manifest-sha256.txt", "tagmanifest-sha256.txt"].flatMap(linesOf)) {
      const [, sum, path = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      expect(sum).toBe(
        createHash("sha256")
          .update(files.get(path) ?? "")
          .digest("hex"),
      );
    }
  });

  it("needs no percent-encoding and has no path that leaves the bag (2.1.3, 5.1)", () => {
    for (const path of ["manifest-sha256.txt", "tagmanifest-sha256.txt"].flatMap(pathsIn)) {
      expect(path).toMatch(/^[A-Za-z0-9._/-]+$/);
      expect(path.split("/")).not.toContain("..");
    }
  });

  it("counts bytes and files of the payload in Payload-Oxum (2.2.2)", () => {
    const payload = [...files].filter(([path]) => path.startsWith("data/"));
    const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0);
    expect(linesOf("bag-info.txt")).toContain(`Payload-Oxum: ${bytes}.${payload.length}`);
    expect(linesOf("bag-info.txt")).toContain("Bagging-Date: 2026-03-05");
  });

  it("writes bag-info.txt as lines of label, colon, space and value (2.2.2)", () => {
    for (const line of linesOf("bag-info.txt")) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S.*$/);
  });

  it("uses names that Windows and macOS can hold too (5.2, 5.3)", () => {
    const names = pathsIn("manifest-sha256.txt").map((path) => path.split("/").at(-1) ?? "");
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(120);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$/i);
    }
    const folded = pathsIn("manifest-sha256.txt").map((path) => path.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });
});

describe("hostile file names", () => {
  it("stand unharmed in files.json beside the harmless path", () => {
    const listed: { name: string; path: string; sha256: string }[] = JSON.parse(
      textOf("data/files.json"),
    ).files;
    expect(listed.map(({ name }) => name)).toEqual(hostileNames);
    for (const [index, { path }] of listed.entries()) expect(textOf(path)).toBe(`bytes ${index}`);
  });

  it("do not run in a spreadsheet from files.csv", () => {
    expect(textOf("data/files.csv")).toContain(",'-rf,");
    expect(textOf("data/files.csv")).not.toContain("\u0000");
  });
});
