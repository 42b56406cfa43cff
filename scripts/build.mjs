import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { ensureGenerated } from "./prisma.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";

const STAMP = inProject(".next", "nightjar-build");

/** Builds the app unless the build in .next was made from these very inputs. */
export async function ensureBuilt() {
  await ensureGenerated();
  const print = buildFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === print) return;
  say("Building the app (half a minute)");
  rmSync(STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runNode(inProject("node_modules/next/dist/bin/next"), ["build"], { env });
  if (code !== 0) throw new Fault(`The build failed:\n${output}`);
  writeFileSync(STAMP, print);
}

/** A hash over all that the build is made from. Tests, documents and scripts are not among it. */
export function buildFingerprint(root = projectRoot) {
  return fingerprint({ root, paths: INPUTS, isInput: (file) => !TEST.test(file), also: process.version });
}

const TEST = /\.test\.tsx?$/;
const INPUTS = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "assets",
  "prisma/schema",
  "prisma.config.ts",
  "next.config.ts",
  "next.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  ".env",
  ".env.production",
  ".env.local",
];

await runIfStarted(import.meta.url, ensureBuilt);
