import { installDebianPackages } from "./debian-packages.mjs";
import { runProgram } from "./run-program.mjs";
import { say } from "./terminal.mjs";

const TOOLS = [
  { program: "pdftotext", debianPackage: "poppler-utils" },
  { program: "pdftoppm", debianPackage: "poppler-utils" },
  { program: "qpdf", debianPackage: "qpdf" },
];

/** Sees to the programs with which tests read our PDFs. Tests for which one cannot be had skip themselves. */
export async function ensureTools() {
  const missing = await missingTools();
  if (missing.length === 0) return;
  await installDebianPackages(...new Set(missing.map(({ debianPackage }) => debianPackage)));
  for (const { program } of await missingTools())
    say(`${program} is not installed: the tests that need it are skipped`);
}

async function missingTools() {
  const tried = await Promise.all(TOOLS.map(({ program }) => runProgram(program, ["--version"])));
  return TOOLS.filter((_, index) => tried[index].error?.code === "ENOENT");
}
