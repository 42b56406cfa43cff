// The server key salts sign-in and tags throttled tries. It opens no case; without it, a copy of the database cannot
// even be tried against guessed names and passwords.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env";
import { KEY_BYTES, type Key, newKey } from "./sealed";

let held: Key | undefined;

/** The server's own key, from `server.key` in the data folder. Throws when the file is missing or cut. */
export function serverKey(): Key {
  if (held) return held;
  const text = readFileSync(path(), "utf8").trim();
  const bytes = new Uint8Array(Buffer.from(text, "base64url"));
  if (bytes.length !== KEY_BYTES)
    throw new Error(`${path()} does not hold a server key: bring it back from a backup`);
  held = bytes;
  return bytes;
}

/**
 * Makes the server key at the first start. With accounts already in the database a new key would lock everybody out,
 * so then a missing file stops the start instead.
 */
export function ensureServerKey({ hasAccounts }: { hasAccounts: boolean }): void {
  if (exists()) return;
  if (hasAccounts)
    throw new Error(
      `${path()} is missing, but the database holds accounts: bring the file back from a backup`,
    );
  mkdirSync(env().dataFolder, { recursive: true });
  const part = `${path()}.${process.pid}`;
  writeFileSync(part, `${Buffer.from(newKey()).toString("base64url")}\n`, { mode: 0o600 });
  try {
    // A link fails where a file stands already: two servers that start at once end with one key.
    linkSync(part, path());
  } catch {
    serverKey();
  } finally {
    rmSync(part, { force: true });
  }
}

function exists(): boolean {
  try {
    serverKey();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function path(): string {
  return join(env().dataFolder, "server.key");
}
