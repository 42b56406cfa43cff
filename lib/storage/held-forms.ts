// Forms that could not be saved, because the session had ended or the database was away. They lie on the disk, sealed
// under a key that only the browser holds, so that they also survive a database that does not answer.
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import type { FormValues } from "@/lib/platform/form-state";
import { isId, newId } from "@/lib/platform/ids";
import { type Key, newKey, openJson, sealJson } from "@/lib/platform/sealed";

const KEPT_MS = 24 * 3_600_000;

/** A form as it was sent: the page it belongs to, and every value that was typed. */
export type HeldForm = { path: string; values: FormValues };

/** What the browser keeps to get its form back. */
export type HeldFormSecrets = { id: string; key: Key };

/** Keeps a form for a day. */
export async function holdForm(form: HeldForm, now: Date): Promise<HeldFormSecrets> {
  const held = { id: newId(), key: newKey() };
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await sweep(now);
  await writeFile(join(folder(), held.id), sealJson(held.key, form, contextOf(held.id)), { mode: 0o600 });
  return held;
}

/** The held form; nothing when its day is over or the key is another's. */
export async function readHeldForm(held: HeldFormSecrets, now: Date): Promise<HeldForm | undefined> {
  if (!isId(held.id)) return undefined;
  try {
    const written = await stat(join(folder(), held.id));
    if (now.getTime() - written.mtimeMs > KEPT_MS) return undefined;
    return openJson<HeldForm>(held.key, await readFile(join(folder(), held.id)), contextOf(held.id));
  } catch {
    return undefined;
  }
}

export async function dropHeldForm(id: string): Promise<void> {
  if (isId(id)) await rm(join(folder(), id), { force: true });
}

async function sweep(now: Date): Promise<void> {
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const written = await stat(path).catch(() => undefined);
    if (written && now.getTime() - written.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}

function contextOf(id: string): string {
  return `held-form:${id}`;
}

function folder(): string {
  return join(env().dataFolder, "held-forms");
}
