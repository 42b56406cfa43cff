// Looks for typed words in all that the server keeps: every row of every table, and every file of the data folder.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

/** "where: word as form" of everything that was found. */
export type Finds = string[];

type Needle = { word: string; form: string; bytes: Buffer };

/** Every column of every row of every table, texts as UTF-8 and bytes as they are. */
export async function searchDatabase(url: string, words: readonly string[]): Promise<Finds> {
  const needles = needlesOf(words);
  const finds: Finds = [];
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const table of await tablesOf(client))
      for (const row of (await client.query(`SELECT * FROM ${table}`)).rows)
        for (const [column, value] of Object.entries(row))
          finds.push(...findIn(bytesOf(value), needles, `${table}.${column}`));
  } finally {
    await client.end();
  }
  return finds;
}

/** Every file below a folder, the database's own among them where they lie in it. */
export async function searchFolder(folder: string, words: readonly string[]): Promise<Finds> {
  const finds: Finds = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) finds.push(...(await searchFile(join(entry.parentPath, entry.name), words)));
  return finds;
}

/** One file: what is in it, and its name. */
export async function searchFile(path: string, words: readonly string[]): Promise<Finds> {
  const needles = needlesOf(words);
  return [
    ...findIn(Buffer.from(path), needles, `the name ${path}`),
    ...findIn(await contentOf(path), needles, path),
  ];
}

/** Has the database write to its files what it still holds in memory, where we may ask for it. */
export async function flushDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CHECKPOINT").catch(() => undefined);
  await client.end();
}

/** The forms in which a text could lie about: UTF-8, UTF-16, hexadecimal and base 64 at each place of its groups. */
export function needlesOf(words: readonly string[]): Needle[] {
  return words.flatMap((word) =>
    [...new Set([word, word.toLowerCase(), word.toUpperCase(), capitalised(word)])].flatMap((cased) => {
      const bytes = Buffer.from(cased);
      const wide = Buffer.from(cased, "utf16le");
      return [
        { word, form: "UTF-8", bytes },
        { word, form: "UTF-16LE", bytes: wide },
        { word, form: "UTF-16BE", bytes: Buffer.from(wide).swap16() },
        { word, form: "hexadecimal", bytes: Buffer.from(bytes.toString("hex")) },
        ...[0, 1, 2].map((shift) => ({ word, form: "base 64", bytes: base64At(bytes, shift) })),
      ];
    }),
  );
}

// What stays the same of a text in base 64 when `shift` other bytes stand before it.
function base64At(bytes: Buffer, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
  const wholeGroups = Math.floor((shift + bytes.length) / 3) * 4;
  return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, wholeGroups));
}

function findIn(bytes: Buffer, needles: readonly Needle[], where: string): Finds {
  const found = needles.filter((needle) => bytes.includes(needle.bytes));
  return found.map(({ word, form }) => `${where}: ${word} as ${form}`);
}

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return rows.map(({ name }) => name);
}

function bytesOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
}

// A running database removes files as it goes.
async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
