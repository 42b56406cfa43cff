import { describe, expect, it } from "vitest";
import { safeFileName, uniqueFileNames } from "./safe-file-name";

describe("safeFileName", () => {
  it.each([
    ["voicemail.m4a", "voicemail.m4a"],
    ["../../etc/x", "x"],
    ["..\\..\\windows\\x.txt", "x.txt"],
    ["/etc/passwd", "passwd"],
    ["..", "file"],
    ["", "file"],
    [".hidden", "hidden"],
    ["-rf.txt", "rf.txt"],
    ["con.txt", "file-con.txt"],
    ["NUL", "file-NUL"],
    ["aux.tar.gz", "file-aux.tar.gz"],
    ["COM1", "file-COM1"],
    ["console.txt", "console.txt"],
    ["a\u202Egpj.exe", "agpj.exe"],
    ["a\u0000b.wav", "ab.wav"],
    ["screen shot (2).png", "screen_shot_2.png"],
    ["line\nbreak.txt", "linebreak.txt"],
    ["trailing. . .", "trailing"],
    ["a..b", "a.b"],
    ["Café über.pdf", "Cafe_uber.pdf"],
    ["تهديد.wav", "file.wav"],
    ["\uD800.txt", "file.txt"],
    ["x.\u202Egpj", "x.gpj"],
    ["файл.документ", "file"],
    ["100%.txt", "100.txt"],
  ])("makes %j the harmless %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it("cuts a long name to the limit and keeps its extension", () => {
    expect(safeFileName(`${"a".repeat(300)}.wav`)).toBe(`${"a".repeat(116)}.wav`);
    expect(safeFileName("a".repeat(300))).toHaveLength(120);
    expect(safeFileName(`a.${"b".repeat(300)}`)).toHaveLength(120);
  });

  it("keeps a safe name as it is", () => {
    for (const name of ["a.b", "A1-voicemail.wav", "x_y-z.2.txt"])
      expect(safeFileName(safeFileName(name))).toBe(name);
  });
});

describe("uniqueFileNames", () => {
  it("tells names apart that differ in nothing but case", () => {
    const names = ["a.wav", "A.wav", "a.WAV", "b", "B"];
    expect(uniqueFileNames(names)).toEqual(["a.wav", "A-2.wav", "a-3.WAV", "b", "B-2"]);
  });

  it("does not run into a name that looks numbered already", () => {
    expect(uniqueFileNames(["a-2", "a", "A"])).toEqual(["a-2", "a", "A-3"]);
  });

  it("keeps numbered names within the limit", () => {
    const names = uniqueFileNames(Array(12).fill(`${"a".repeat(116)}.wav`));
    expect(Math.max(...names.map((name) => name.length))).toBe(120);
    expect(new Set(names).size).toBe(12);
  });
});
