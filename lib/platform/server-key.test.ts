import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nightjar-key-"));
  vi.stubEnv("NIGHTJAR_DATA", folder);
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1/none");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The module as a server that has just started holds it. */
async function startedServer() {
  vi.resetModules();
  return import("./server-key");
}

const keyFile = () => join(folder, "server.key");

test("the first start makes a key that only the server's user can read, and the next start finds the same", async () => {
  const first = await startedServer();
  first.ensureServerKey({ hasAccounts: false });
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  expect(first.serverKey()).toHaveLength(32);
  const second = await startedServer();
  second.ensureServerKey({ hasAccounts: true });
  expect(second.serverKey()).toEqual(first.serverKey());
});

test("a key that is gone is never made anew once there are accounts: that would lock everybody out", async () => {
  const server = await startedServer();
  expect(() => server.ensureServerKey({ hasAccounts: true })).toThrow("bring the file back from a backup");
  expect(readdirSync(folder)).toEqual([]);
});

test("a key file that was cut stops the start and is not written over", async () => {
  writeFileSync(keyFile(), "abc\n");
  const server = await startedServer();
  expect(() => server.ensureServerKey({ hasAccounts: false })).toThrow("does not hold a server key");
  expect(readFileSync(keyFile(), "utf8")).toBe("abc\n");
});

test("a second server takes the key of the first, and nothing else is left behind", async () => {
  const servers = [await startedServer(), await startedServer()];
  for (const server of servers) server.ensureServerKey({ hasAccounts: false });
  expect(servers[0]?.serverKey()).toEqual(servers[1]?.serverKey());
  expect(readdirSync(folder)).toEqual(["server.key"]);
});
