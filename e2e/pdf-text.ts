import { spawnSync } from "node:child_process";

/** The words of a PDF in reading order, with single spaces; nothing where no program to read it is installed. */
export function pdfText(bytes: Buffer): string | undefined {
  const read = spawnSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8", maxBuffer: 64 << 20 });
  return read.error ? undefined : read.stdout.replace(/\s+/g, " ");
}
