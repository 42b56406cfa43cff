// For tests: what other programs read in a PDF. Where they are not installed the tests that need them are skipped.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether poppler's tools and qpdf can be run here. */
export const canInspect = ["pdftotext", "pdfinfo", "qpdf"].every(isInstalled);

function isInstalled(tool: string): boolean {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The text of all pages, line by line as laid out. */
export function textOf(pdf: Buffer): string {
  return run("pdftotext", ["-layout"], pdf, ["-"]);
}

/** The text with all white space as single spaces, so that a sentence is found across lines. */
export function flatTextOf(pdf: Buffer): string {
  return run("pdftotext", ["-raw"], pdf, ["-"]).replace(/\s+/g, " ");
}

/** The tree of elements, one a line, indented, with attributes and text. */
export function structureOf(pdf: Buffer): string {
  return run("pdfinfo", ["-struct-text"], pdf, []);
}

export function propertiesOf(pdf: Buffer): string {
  return run("pdfinfo", [], pdf, []);
}

/** Throws when qpdf finds a fault in the file. */
export function checkSyntax(pdf: Buffer): string {
  return run("qpdf", ["--check"], pdf, []);
}

/** The objects of the file with their streams unpacked, as Latin-1. */
export function objectsOf(pdf: Buffer): string {
  return run("qpdf", ["--qdf", "--object-streams=disable"], pdf, ["-"], "latin1");
}

function run(
  tool: string,
  before: string[],
  pdf: Buffer,
  after: string[],
  encoding: "utf8" | "latin1" = "utf8",
): string {
  const folder = mkdtempSync(join(tmpdir(), "nightjar-pdf-"));
  try {
    const file = join(folder, "document.pdf");
    writeFileSync(file, pdf);
    return execFileSync(tool, [...before, file, ...after], { encoding, maxBuffer: 256 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
