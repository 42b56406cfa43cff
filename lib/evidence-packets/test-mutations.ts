// For tests and the bench: every way in which one file of an unpacked packet can be tampered with.
import { appendFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

export type Mutation = {
  title: string;
  /** What a line of the verdict must begin with; undefined where another file is rightly named. */
  named: string | undefined;
  apply: (bag: string) => Promise<void>;
};

/** Paths of all files of a bag, sorted. */
export async function filesOf(bag: string): Promise<string[]> {
  const entries = await readdir(bag, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(bag, join(entry.parentPath, entry.name)))
    .sort();
}

/** Changes of one file: bytes, length, presence, kind. */
export function changesOf(path: string): Mutation[] {
  // Nothing lists the tag manifest, so a change in it shows at the files that it lists, and in the fingerprint.
  const named = path === "tagmanifest-sha256.txt" ? undefined : `CHANGED ${path}`;
  const edit = (title: string, change: (bytes: Buffer) => Uint8Array): Mutation => ({
    title: `${path}: ${title}`,
    named,
    apply: async (bag) => writeFile(join(bag, path), change(await readFile(join(bag, path)))),
  });
  return [
    edit("first byte changed", (bytes) => withByteChanged(bytes, 0)),
    edit("middle byte changed", (bytes) => withByteChanged(bytes, bytes.length >> 1)),
    edit("last byte changed", (bytes) => withByteChanged(bytes, bytes.length - 1)),
    edit("a letter added", (bytes) => Buffer.concat([bytes, Buffer.from("x")])),
    edit("an empty line added", (bytes) => Buffer.concat([bytes, Buffer.from("\n")])),
    edit("a NUL added", (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])),
    edit("an empty line put before", (bytes) => Buffer.concat([Buffer.from("\n"), bytes])),
    edit("last byte cut", (bytes) => bytes.subarray(0, -1)),
    edit("cut in half", (bytes) => bytes.subarray(0, bytes.length >> 1)),
    edit("emptied", () => Buffer.alloc(0)),
    { title: `${path}: removed`, named: `MISSING ${path}`, apply: (bag) => rm(join(bag, path)) },
    {
      title: `${path}: a link in its place`,
      named: `MISSING ${path}`,
      apply: (bag) => linkInstead(bag, path),
    },
    { title: `${path}: renamed`, named: `MISSING ${path}`, apply: (bag) => move(bag, path, `${path}.bak`) },
    { title: `${path}: copied`, named: `EXTRA ${path}.bak`, apply: (bag) => copy(bag, path, `${path}.bak`) },
  ];
}

/** Names of files that do not belong, and how the verdict spells them. */
const extraNames: readonly [path: string, spelt: string][] = [
  ["data/extra.txt", "data/extra.txt"],
  ["data/originals/extra.txt", "data/originals/extra.txt"],
  ["extra.txt", "extra.txt"],
  [".hidden", ".hidden"],
  ["data/.DS_Store", "data/.DS_Store"],
  ["data/new/extra.txt", "data/new/extra.txt"],
  [".git/config", ".git/config"],
  ["data/two words.txt", "data/two words.txt"],
  ["data/-rf", "data/-rf"],
  ["-rf", "-rf"],
  ["--help", "--help"],
  ["data/line\nbreak", "data/line?break"],
  ["data/report.pdf\n./data/files.json", "data/report.pdf?."],
  ["data/back\\slash", "data/back?slash"],
  ["data/\u202Egpj.exe", "data/???gpj.exe"],
  ["data/report.pdf ", "data/report.pdf "],
  ["data/REPORT.PDF", "data/REPORT.PDF"],
  ["data/*", "data/?"],
  ["data/$(touch x)", "data/??touch x?"],
  ["data/a;b", "data/a?b"],
  ["data/\u001B[2J", "data/??2J"],
  ["two words/extra.txt", "two words"],
  ["manifest-md5.txt", "manifest-md5.txt"],
  ["fetch.txt", "fetch.txt"],
];

export const additions: readonly Mutation[] = [
  ...extraNames.map(([path, spelt]) => ({
    title: `${JSON.stringify(path)} added`,
    named: `EXTRA ${spelt}`,
    apply: (bag: string) => add(bag, path),
  })),
  {
    title: "a link added",
    named: "EXTRA data/link",
    apply: (bag) => symlink("report.pdf", join(bag, "data/link")),
  },
  {
    title: "a link to a folder added",
    named: "EXTRA data/link",
    apply: (bag) => symlink("originals", join(bag, "data/link")),
  },
  {
    title: "an empty folder added",
    named: "EXTRA data/new/",
    apply: (bag) => mkdir(join(bag, "data/new")),
  },
];

/** The contents of each two files changed round. */
export function swapsOf(paths: readonly string[]): Mutation[] {
  return paths.flatMap((one, index) =>
    paths.slice(index + 1).map((other) => ({
      title: `${one} and ${other} changed round`,
      named: [one, other].some((path) => path.includes("manifest")) ? undefined : `CHANGED ${one}`,
      apply: (bag) => swap(bag, one, other),
    })),
  );
}

function withByteChanged(bytes: Buffer, index: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[index] = (bytes[index] ?? 0) ^ 1;
  return changed;
}

async function linkInstead(bag: string, path: string): Promise<void> {
  const away = join(dirname(bag), "elsewhere");
  await rename(join(bag, path), away);
  await symlink(away, join(bag, path));
}

async function add(bag: string, path: string): Promise<void> {
  await mkdir(dirname(join(bag, path)), { recursive: true });
  await appendFile(join(bag, path), "extra");
}

function move(bag: string, from: string, to: string): Promise<void> {
  return rename(join(bag, from), join(bag, to));
}

async function copy(bag: string, from: string, to: string): Promise<void> {
  await writeFile(join(bag, to), await readFile(join(bag, from)));
}

async function swap(bag: string, one: string, other: string): Promise<void> {
  const bytes = await readFile(join(bag, one));
  await writeFile(join(bag, one), await readFile(join(bag, other)));
  await writeFile(join(bag, other), bytes);
}
