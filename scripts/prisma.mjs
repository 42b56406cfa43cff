import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";

const require = createRequire(inProject("package.json"));
const STAMP = inProject("prisma", "generated", ".nightjar-generated");
const NEEDS_ENGINE = ["migrate", "db"];

/** Makes the client in prisma/generated from the schema, unless it is the one of this schema already. */
export async function ensureGenerated() {
  const print = schemaFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === print) return;
  say("Making the database client from prisma/schema");
  const { code, output } = await runPrisma(["generate"]);
  if (code !== 0) throw new Fault(`prisma generate failed:\n${output}`);
  writeFileSync(STAMP, print);
}

function schemaFingerprint() {
  const also = ["prisma", "@prisma/client"].map((name) => require(`${name}/package.json`).version).join();
  return fingerprint({ root: projectRoot, paths: ["prisma/schema", "prisma.config.ts"], also });
}

// The engine is a separate download, which fails where its host cannot be reached, and then so does every command, though
// most never run it. Those are content when the variable names any file that exists.
function runPrisma(args, options) {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  if (!hasEngine() && !NEEDS_ENGINE.includes(args[0])) env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
  return runNode(require.resolve("prisma/build/index.js"), args, { env, ...options });
}

function hasEngine() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return true;
  const from = [require.resolve("prisma/package.json")];
  const folder = dirname(require.resolve("@prisma/engines/package.json", { paths: from }));
  return readdirSync(folder).some((file) => file.startsWith("schema-engine"));
}

async function main() {
  const args = process.argv.slice(2);
  if (NEEDS_ENGINE.includes(args[0]) && !hasEngine()) {
    say(
      `"prisma ${args[0]}" needs Prisma's schema engine, which is not on this disk. Prisma tries to download it now; where its\n` +
        "host cannot be reached that fails. The app itself does not need it: it applies the migrations at start.\n",
    );
  }
  const { code } = await runPrisma(args, { stdio: "inherit" });
  return code ?? 1;
}

await runIfStarted(import.meta.url, main);
