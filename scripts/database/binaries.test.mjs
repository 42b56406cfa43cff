import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { complete } from "./binaries.mjs";

test("links between libraries and modes that npm left out are made", () => {
  const folder = mkdtempSync(join(tmpdir(), "nightjar-native-"));
  const native = join(folder, "native");
  for (const name of ["bin", "lib"]) mkdirSync(join(native, name), { recursive: true });
  for (const name of ["initdb", "pg_ctl", "postgres"])
    writeFileSync(join(native, "bin", name), "", { mode: 0o644 });
  writeFileSync(join(native, "lib", "libbell.so.1.2"), "ding");
  const link = { source: "native/lib/libbell.so.1.2", target: "native/lib/libbell.so.1" };
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify([link]));

  expect([complete(native), complete(native)]).toEqual([true, true]);
  expect(readFileSync(join(native, "lib", "libbell.so.1"), "utf8")).toBe("ding");
  expect(statSync(join(native, "bin", "postgres")).mode & 0o777).toBe(0o755);
  rmSync(folder, { recursive: true });
});
