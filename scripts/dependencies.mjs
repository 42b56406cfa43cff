import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, projectRoot } from "./project-root.mjs";
import { runNode, runProgram } from "./run-program.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";

const OLDEST_NODE = [20, 19];

/** Installs the locked packages unless they are there. Uses nothing but Node itself. */
export async function ensureDependencies() {
  refuseOldNode(process.versions.node);
  const lock = readFileSync(inProject("package-lock.json"));
  const sha256 = createHash("sha256").update(lock).digest("hex");
  if (isInstalled(projectRoot, lock, sha256)) return;
  say("Installing the packages that package-lock.json names (a minute or two)");
  const { code } = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Fault("The packages could not be installed: npm's words are above.");
  writeFileSync(stampOf(projectRoot), sha256);
}

export function refuseOldNode(version) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Fault(`Nightjar needs Node ${OLDEST_NODE.join(".")} or later, and this is Node ${version}.`);
}

function stampOf(root) {
  return join(root, "node_modules", ".nightjar-lock");
}

/** Whether the packages below `root` are those of the lock file, by our stamp or else by npm's own record. */
export function isInstalled(root, lock, sha256) {
  const stamp = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sha256) return true;
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record) || !matches(JSON.parse(lock).packages, readPackages(record))) return false;
  writeFileSync(stamp, sha256);
  return true;
}

function readPackages(record) {
  return JSON.parse(readFileSync(record, "utf8")).packages;
}

// An optional package may be missing, as those for other systems are; any other one stands there in the locked version.
function matches(locked, installed) {
  const missing = Object.entries(locked).filter(([path, { version, integrity }]) => {
    const there = installed[path];
    return path !== "" && !(there?.version === version && there.integrity === integrity);
  });
  return (
    missing.every(([path, { optional }]) => optional && !installed[path]) &&
    Object.keys(installed).every((path) => path in locked)
  );
}

// NODE_ENV=production would make npm leave out what builds the app.
function runNpm(args) {
  const options = { show: true, env: { ...process.env, NODE_ENV: "" } };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return runNode(npm, args, options);
  return runProgram("npm", args, { ...options, shell: process.platform === "win32" });
}

await runIfStarted(import.meta.url, ensureDependencies);
