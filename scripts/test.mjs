// All checks of this repository: npm test [-- --only unit|programs|database|e2e] [--grep words]
import { createWriteStream, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { checkLint, checkTypes, runPhase, runPlaywright, runVitest } from "./checks.mjs";
import { debianBinaries } from "./database/debian-binaries.mjs";
import { makeDatabase } from "./database/make-database.mjs";
import { freePort } from "./database/server.mjs";
import { startTemporaryDatabase, temporaryFolder } from "./database/temporary-database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { endPrograms } from "./run-program.mjs";
import { serve } from "./serve.mjs";
import { onFirstSignal } from "./signals.mjs";
import { setUp } from "./start.mjs";
import { formatTally, one, sum } from "./tally.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";
import { ensureTools } from "./test-tools.mjs";

const PARTS = ["unit", "programs", "database", "e2e"];

async function main() {
  const { only, grep } = readFlags();
  // The person's own database is for the checks that are told to use it, and for no other.
  const outside = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  process.env.TZ = "Asia/Kathmandu";
  onFirstSignal(interrupt);
  await setUp(ensureDependencies);
  const total = sum(await runChecks({ only, grep, outside }));
  if (isInterrupted) throw new Fault("Interrupted");
  say(`\n${formatTally(total)}`);
  return total.failed > 0 ? 1 : 0;
}

let isInterrupted = false;

// The phase that runs ends, clears up what it had started, and no other begins.
function interrupt() {
  isInterrupted = true;
  endPrograms();
}

function readFlags() {
  const { values } = parseArgs({ options: { only: { type: "string" }, grep: { type: "string" } } });
  if (values.only === undefined || PARTS.includes(values.only)) return values;
  throw new Fault(`--only takes one of ${PARTS.join(", ")}`);
}

async function runChecks({ only, grep, outside }) {
  const tallies = [];
  const wants = (part) => only === undefined || only === part;
  const check = async (name, work) => isInterrupted || tallies.push(await runPhase(name, work));
  if (!only) await check("lint", checkLint);
  if (!only) await check("types", checkTypes);
  if (wants("unit")) await check("unit and architecture", () => runVitest({ project: "unit", grep }));
  if (wants("programs")) await check("programs", () => runVitest({ project: "programs", grep }));
  if (wants("e2e")) await check("build", build);
  const isBuilt = tallies.at(-1)?.failed === 0;
  if (wants("database")) {
    await check("database, embedded PostgreSQL", () => testDatabase({ grep }));
    await check("database, outside PostgreSQL", () => testOutsideDatabase({ grep, outside }));
  }
  if (wants("e2e") && isBuilt) await check("end to end", () => testEndToEnd({ grep, outside }));
  else if (wants("e2e")) say("\nThe end-to-end tests are left out, since there is no build to run them on.");
  return tallies;
}

async function build() {
  await setUp(ensureBuilt);
  return one("passed");
}

async function testOutsideDatabase({ grep, outside }) {
  if (outside) return runVitest({ project: "database", grep, env: { TEST_DATABASE_URL: outside } });
  const binaries = debianBinaries();
  if (binaries) return testDatabase({ grep, binaries });
  say(
    "Skipped: there is no PostgreSQL besides ours. DATABASE_URL may name one, or Debian's package may be installed.",
  );
  return one("skipped");
}

async function testDatabase({ grep, binaries }) {
  const database = await startTemporaryDatabase({ binaries });
  try {
    return await runVitest({ project: "database", grep, env: { TEST_DATABASE_URL: database.url } });
  } finally {
    await database.stop();
  }
}

async function testEndToEnd({ grep, outside }) {
  await ensureTools();
  const browser = await findBrowser();
  const folder = temporaryFolder();
  const database = outside ? await makeDatabase(outside, "nightjar_e2e") : undefined;
  try {
    const tally = await runOnServer({ grep, browser, folder, databaseUrl: database?.url });
    if (tally.failed > 0) showLog(join(folder, "server.log"));
    return tally;
  } finally {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOnServer({ grep, browser, folder, databaseUrl }) {
  const dataFolder = join(folder, "data");
  const log = createWriteStream(join(folder, "server.log"));
  const server = await serve({
    port: await freePort(),
    dataFolder,
    databaseUrl,
    write: (text) => log.write(text),
  });
  const env = {
    BASE_URL: server.url,
    DATABASE_URL: server.databaseUrl,
    NIGHTJAR_DATA: dataFolder,
    CHROMIUM_PATH: browser,
  };
  try {
    return await runPlaywright({ grep, env });
  } finally {
    await server.stop();
    log.end();
  }
}

function showLog(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  say(`\nThe last lines of the server:\n${lines.slice(-60).join("\n")}`);
}

await runIfStarted(import.meta.url, main);
