import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildFingerprint } from "./build.mjs";

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "nightjar-inputs-"));
  write("lib/bell.ts");
});

afterEach(() => rmSync(root, { recursive: true }));

test.each([
  "app/page.tsx",
  "components/ui/bell.tsx",
  "messages/en.json",
  "public/style/a.css",
  "prisma/schema/bell.prisma",
  "next.config.ts",
  "proxy.ts",
  "package-lock.json",
])("a change of %s makes the build stale", (path) => {
  const before = buildFingerprint(root);
  write(path);
  expect(buildFingerprint(root)).not.toBe(before);
});

test.each([
  "lib/bell.test.ts",
  "lib/bell.db.test.ts",
  "components/bell.test.tsx",
  "e2e/bell.spec.ts",
  "bench/bell.bench.ts",
  "scripts/bell.mjs",
  "prisma/migrations/1/migration.sql",
  "README.md",
  "data/database/PG_VERSION",
])("a change of %s does not", (path) => {
  const before = buildFingerprint(root);
  write(path);
  expect(buildFingerprint(root)).toBe(before);
});

test("a file that moves makes it stale, though no byte changed", () => {
  const before = buildFingerprint(root);
  rmSync(join(root, "lib/bell.ts"));
  write("lib/gong.ts");
  expect(buildFingerprint(root)).not.toBe(before);
});

function write(path) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "ding");
}
