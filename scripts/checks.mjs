import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureGenerated } from "./prisma.mjs";
import { inProject } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { formatTally, one, tallyPlaywright, tallyVitest } from "./tally.mjs";
import { Fault, say } from "./terminal.mjs";

const reports = mkdtempSync(join(tmpdir(), "nightjar-reports-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
const inModules = (path) => inProject("node_modules", path);

/** Runs one part of the checks under its name and gives its tally; what it throws is one failure. */
export async function runPhase(name, work) {
  say(`\n== ${name}`);
  const begun = Date.now();
  const tally = await work().catch((error) => {
    say(error instanceof Fault ? error.message : error.stack);
    return one("failed");
  });
  say(`== ${name}: ${formatTally(tally)} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return tally;
}

export function checkLint() {
  return succeed([[inModules("@biomejs/biome/bin/biome"), ["ci", "--colors=off", "."]]]);
}

export async function checkTypes() {
  await ensureGenerated();
  // What the development server wrote about pages that are gone since would be checked with the rest.
  rmSync(inProject(".next", "dev", "types"), { recursive: true, force: true });
  return succeed([
    [inModules("next/dist/bin/next"), ["typegen"]],
    [inModules("typescript/bin/tsc"), ["--noEmit"]],
  ]);
}

async function succeed(programs) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const [script, args] of programs) {
    const { code, output } = await runNode(script, args, { env });
    if (code !== 0) throw new Fault(output);
  }
  return one("passed");
}

/** Runs a Vitest project: "unit" (the architecture test is in it), "programs" or "database". */
export async function runVitest({ project, grep, env = {} }) {
  const report = join(reports, `vitest-${Date.now()}.json`);
  const args = ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json"];
  if (grep) args.push("-t", grep);
  const { code } = await runNode(inModules("vitest/vitest.mjs"), [...args, `--outputFile.json=${report}`], {
    show: true,
    env: { ...process.env, ...env },
  });
  return tallyVitest(report, code);
}

export async function runPlaywright({ grep, env }) {
  const report = join(reports, "playwright.json");
  const args = ["test", "--pass-with-no-tests", ...(grep ? ["--grep", grep] : [])];
  const { code } = await runNode(inModules("@playwright/test/cli.js"), args, {
    show: true,
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return tallyPlaywright(report, code);
}
