// Sealed files on the local disk: one folder a case, one file an id. A file appears under its name only when every byte
// of it is on the disk, so a row never points at half a file.
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/platform/env";
import type { CaseId } from "@/lib/platform/ids";
import type { Key } from "@/lib/platform/sealed";
import { openStream, sealStream } from "@/lib/platform/sealed-stream";
import { type Digest, meter } from "./meter";

/** Where a file lies and the key that opens it. */
export type FilePlace = { caseId: CaseId; fileId: string; key: Key };

/**
 * Seals a stream into the store and gives the size and SHA-256 of the plain bytes. Throws `FileTooLarge` once more
 * than `maxBytes` have come; whatever goes wrong, nothing is left behind.
 */
export async function writeFile(place: FilePlace, source: Readable, maxBytes: number): Promise<Digest> {
  const target = pathOf(place);
  const part = `${target}.${randomUUID()}.part`;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const counted = meter(maxBytes);
  try {
    await pipeline(
      source,
      counted.stream,
      sealStream(place.key, contextOf(place)),
      createWriteStream(part, { mode: 0o600 }),
    );
    await flush(part);
    await rename(part, target);
    await flush(dirname(target));
    return counted.digest();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The plain bytes of a stored file. The stream fails if they were changed on the disk. */
export function readFile(place: FilePlace): Readable {
  const opened = openStream(place.key, contextOf(place));
  // A fault of either side reaches whoever reads: pipeline destroys both with the error.
  pipeline(createReadStream(pathOf(place)), opened).catch(() => undefined);
  return opened;
}

export async function removeFile(place: Pick<FilePlace, "caseId" | "fileId">): Promise<void> {
  await rm(pathOf(place), { force: true });
}

/** Removes every file of a case that was deleted. */
export async function removeCaseFiles(caseId: CaseId): Promise<void> {
  await rm(join(env().dataFolder, "files", caseId), { recursive: true, force: true });
}

const PART_KEPT_MS = 24 * 3_600_000;

/** Removes half-written files that a killed server left behind a day ago or more. */
export async function sweepParts(now: Date): Promise<void> {
  const folder = join(env().dataFolder, "files");
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".part"))) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written && now.getTime() - written.mtimeMs > PART_KEPT_MS) await rm(path, { force: true });
  }
}

function pathOf({ caseId, fileId }: Pick<FilePlace, "caseId" | "fileId">): string {
  return join(env().dataFolder, "files", caseId, fileId);
}

function contextOf({ caseId, fileId }: FilePlace): string {
  return `file:${caseId}:${fileId}`;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
