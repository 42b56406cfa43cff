// For tests only: packets on disk, and verify.sh run on them as an investigator would.
import { execFile, spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBufferPromise } from "yauzl";
import { type Packet, writePacket } from "./write-packet";

/** A folder of its own, removed when `use` is done. */
export async function inTemporaryFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "nightjar packet "));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Unpacks a packet below `folder` and gives the path of the bag. */
export async function unpackPacket(packet: Packet, folder: string): Promise<string> {
  for (const { name, mode, bytes } of await zipEntriesOf(await buffer(writePacket(packet).stream))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    await chmod(path, mode);
  }
  return join(folder, packet.folder);
}

type UnzippedEntry = { name: string; mode: number; modifiedAt: Date; bytes: Buffer };

export async function zipEntriesOf(zipped: Buffer): Promise<UnzippedEntry[]> {
  const zip = await fromBufferPromise(zipped, { strictFileNames: true });
  const entries: UnzippedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    entries.push({ name: entry.fileName, mode, modifiedAt: entry.getLastModDate(), bytes });
  }
  return entries;
}

export type Verdict = { status: number; lines: string[] };

/** How `verify.sh` is run: by which shell, which copy of it, and where tools are looked for first. */
export type VerifyRun = { shell?: string; script?: string; toolsIn?: string };

/** What `verify.sh` says of a bag: the copy in the bag, or another that is given the bag as its argument. */
export async function runVerify(bag: string, run: VerifyRun = {}): Promise<Verdict> {
  const [command = "sh", ...words] = (run.shell ?? "sh").split(" ");
  const script = run.script ? [run.script, bag] : ["verify.sh"];
  const PATH = [run.toolsIn, process.env.PATH].filter(Boolean).join(delimiter);
  const options = { cwd: run.script ? dirname(bag) : bag, env: { ...process.env, PATH } };
  const ended = await promisify(execFile)(command, [...words, ...script], options).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  return { status: ended.code, lines: ended.stdout.trimEnd().split("\n") };
}

/** The shells of this machine among those that investigators have; `sh` is one of them. */
export function installedShells(): string[] {
  const runs = (shell: string) => {
    const [command = "", ...words] = shell.split(" ");
    return spawnSync(command, [...words, "-c", "exit 0"]).status === 0;
  };
  const found = ["dash", "bash", "busybox ash", "mksh"].filter(runs);
  return found.length > 0 ? found : ["sh"];
}
