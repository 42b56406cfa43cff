// The operator cannot read cases: nothing that was typed lies about in the database, the files or the log.
import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { flushDatabase, searchDatabase, searchFile, searchFolder } from "./canary-search";
import {
  type Account,
  amendCall,
  attachFile,
  callAt,
  draftLetter,
  fill,
  fillLetter,
  finishLetter,
  freshPassword,
  logCall,
  makeLink,
  makePacket,
  makeReport,
  saveLetter,
  send,
  signUp,
  startCase,
} from "./mara";
import { openLink } from "./theo";

const { DATABASE_URL = "", NIGHTJAR_DATA = "" } = process.env;
// `npm test` keeps what the server prints beside the data folder.
const serverLog = join(NIGHTJAR_DATA, "..", "server.log");

/** Twelve letters that stand in every word of a story and nowhere else in the world. */
function freshStem(): string {
  return Array.from({ length: 12 }, () => "bcdfghjkmpqvwxz"[randomInt(15)]).join("");
}

const lastDigits = () => String(randomInt(1000)).padStart(3, "0");

test("nothing that Mara typed can be found in the database, the files or the log", async ({ browser }) => {
  test.slow();
  const stem = freshStem();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const seen = collectAddresses(page);
  const called = `07700 900${lastDigits()}`;
  const caller = `07700 900${lastDigits()}`;

  const account = await signUp(page, { name: `Mara ${stem}name`, password: `${stem} ${freshPassword()}` });
  const caseId = await startCase(page, {
    title: `${stem}title`,
    number1: called,
    provider1: `${stem}provider`,
  });
  const incidentId = await logCall(page, caseId, callFullOf(stem, caller));
  await amendCall(page, caseId, incidentId, {
    exactWords: `${stem}amended`,
    reason: `${stem}reason`,
  });
  const file = {
    name: `${stem}file.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(`${stem}inside the file`),
  };
  await attachFile(page, { caseId, incidentId }, file, `${stem}note`);
  await writeLetter(page, caseId, stem);
  await makeReport(page, caseId);
  await makePacket(page, caseId);
  const link = await makeLink(page, caseId, { recipient: `Theo ${stem}`, agency: `${stem}agency` });
  const theo = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await openLink(theo, link, { hasScripts: false });
  await expect(theo.locator("main")).toContainText(`${stem}what`);
  await failToSignIn(theo, { ...account, password: `${stem} is not the password` });
  await writeAfterTheSessionEnded(page, caseId, stem);

  const words = [
    stem,
    ...[called, caller].flatMap((number) => [number.slice(1), number.slice(1).replace(" ", "")]),
    account.recoveryKey,
    account.recoveryKey.replaceAll("-", ""),
    link.passcode,
    link.code,
    link.code.replaceAll("-", ""),
  ];
  expect(seen().filter((text) => text.toLowerCase().includes(stem))).toEqual([]);
  expect(await finds(words)).toEqual([]);
});

test("a word that does lie about is found, in whatever form", async () => {
  const stem = freshStem();
  const file = join(NIGHTJAR_DATA, `planted-${freshStem()}`);
  const wide = Buffer.from(`xx${stem}`, "utf16le");
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    await client.query("CREATE TABLE planted (words text, bytes bytea)");
    await client.query("INSERT INTO planted VALUES ($1, $2)", [`some ${stem} words`, wide]);
    await writeFile(file, Buffer.from(`12${stem}345`).toString("base64"));
    const found = await finds([stem]);
    expect(found).toContain(`public.planted.words: ${stem} as UTF-8`);
    expect(found).toContain(`public.planted.bytes: ${stem} as UTF-16LE`);
    expect(found).toContain(`${file}: ${stem} as base 64`);
    const cluster = join(NIGHTJAR_DATA, "database");
    if (existsSync(cluster)) expect(found.join("\n")).toContain(join(cluster, "base"));
  } finally {
    await client.query("DROP TABLE IF EXISTS planted");
    await client.end();
    await rm(file, { force: true });
  }
});

async function finds(words: readonly string[]): Promise<string[]> {
  await flushDatabase(DATABASE_URL);
  return [
    ...(await searchDatabase(DATABASE_URL, words)),
    ...(await searchFolder(NIGHTJAR_DATA, words)),
    ...(existsSync(serverLog) ? await searchFile(serverLog, words) : []),
  ];
}

/** A call in which every field that takes words holds some. */
function callFullOf(stem: string, caller: string) {
  return callAt("10:15 pm", {
    whatHappened: `${stem}what`,
    shownNumber: caller,
    shownName: `${stem}shown`,
    exactWords: `${stem}exact`,
    voiceNotes: `${stem}voice`,
    backgroundNotes: `${stem}background`,
    whatISaid: `${stem}said`,
    callTraceNotes: `${stem}trace`,
    witnesses: `${stem}witness`,
    effect: `${stem}effect`,
  });
}

async function writeLetter(page: Page, caseId: string, stem: string) {
  await draftLetter(page, caseId);
  await fillLetter(page, `${stem}filled`, { subject: `${stem}subject` });
  await saveLetter(page);
  await finishLetter(page);
}

async function failToSignIn(page: Page, { name, password }: Account) {
  await page.goto("/sign-in");
  await fill(page, { name, password });
  await page.locator("main button[type=submit]").click();
  await expect(page.locator('main [role="alert"]')).toBeVisible();
}

// Her words then wait on the disk, where only her browser can read them.
async function writeAfterTheSessionEnded(page: Page, caseId: string, stem: string) {
  await page.goto(`/cases/${caseId}/incidents/new`);
  await fill(page, callAt("10:20 pm", { whatHappened: `${stem}held` }));
  await page.context().clearCookies({ name: /session|key/ });
  await send(page, "/sign-in");
  expect(await readdir(join(NIGHTJAR_DATA, "held-forms"))).not.toEqual([]);
}

/** Every address that a page asks for and every title that it shows, for the history and the tab tell them to others. */
function collectAddresses(page: Page): () => string[] {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  page.on("domcontentloaded", async () => seen.push(await page.title().catch(() => "")));
  return () => seen;
}
