import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled, refuseOldNode } from "./dependencies.mjs";

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "nightjar-packages-"));
});

afterEach(() => rmSync(root, { recursive: true }));

const bell = { version: "1.0.0", integrity: "sha512-bell" };
const lock = JSON.stringify({
  packages: {
    "": {},
    "node_modules/bell": bell,
    "node_modules/bell-mac": { version: "1.0.0", optional: true },
  },
});

test.each([
  ["nothing is installed", undefined, false],
  ["an optional package is left out", { "node_modules/bell": bell }, true],
  ["another version is installed", { "node_modules/bell": { ...bell, version: "0.9.0" } }, false],
  ["a package is missing", {}, false],
  ["a package is left over", { "node_modules/bell": bell, "node_modules/gong": bell }, false],
])("by npm's own record: %s", (_, packages, isThere) => {
  mkdirSync(join(root, "node_modules"));
  if (packages) writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
  expect(isInstalled(root, lock, "print")).toBe(isThere);
});

test("what was found installed once is not compared again until the lock file changes", () => {
  mkdirSync(join(root, "node_modules"));
  writeFileSync(join(root, "node_modules", ".nightjar-lock"), "print");
  expect(isInstalled(root, lock, "print")).toBe(true);
  expect(isInstalled(root, lock, "another")).toBe(false);
});

test.each(["20.18.3", "18.20.0"])("Node %s is refused with the version that is needed", (version) => {
  expect(() => refuseOldNode(version)).toThrow(
    `Nightjar needs Node 20.19 or later, and this is Node ${version}`,
  );
});

test.each(["20.19.0", "22.1.0"])("Node %s will do", (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});
