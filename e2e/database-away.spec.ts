import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { countRows } from "./database-rows";
import { type Furnished, furnish } from "./furnished-case";
import { callAt, freshPassword } from "./mara";
import { addressOf, otherRoutes, pageRoutes } from "./page-list";
import { openReady } from "./ready-page";
import { type SecondServer, script, startSecondServer } from "./second-server";
import { openLink } from "./theo";
import { fillAtOnce, typedValues } from "./typed-form";

test.use({ trace: "off" });
test.describe.configure({ mode: "serial" });

type Database = { url: string; port: number; stop: (how: { evenIfUsed: boolean }) => Promise<void> };

const away = "Nightjar cannot reach its records just now";
const allTables = [
  "Case",
  "Incident",
  "IncidentVersion",
  "EvidenceFile",
  "Letter",
  "CaseLink",
  "AuditEvent",
  "Account",
];

let folder: string;
let database: Database | undefined;
let server: SecondServer;
let mara: Furnished;

test.beforeAll(async ({ browser }) => {
  folder = (await script("database/temporary-database.mjs")).temporaryFolder();
  const { url } = await startDatabase();
  server = await startSecondServer({ databaseUrl: url, dataFolder: join(folder, "data") });
  mara = await furnish(browser, { baseURL: server.url });
});

test.beforeEach(startDatabase);

test.afterAll(async () => {
  await server.stop();
  await stopDatabase();
  rmSync(folder, { recursive: true, force: true });
});

test("with scripts the words stay on the page, and are saved once the records are back", async ({
  browser,
}) => {
  const page = await pageOf(browser, { javaScriptEnabled: true });
  await openReady(page, newCall());
  await fillAtOnce(page, callAt("22:15", { whatHappened: "Typed words", kinds: ["abuse", "silent"] }));
  const [typed, rows] = [await typedValues(page), await countAll()];
  await stopDatabase();
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("main .error-summary")).toContainText(
    "Nothing was saved, because Nightjar could not be reached.",
  );
  expect(await typedValues(page)).toEqual(typed);

  await startDatabase();
  expect(await countAll()).toEqual(rows);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/done=logged/);
  expect(await countAll()).toMatchObject({ Incident: Number(rows.Incident) + 1 });
  await page.context().close();
});

test("without scripts a plain page says so, and the words are back in the form with the records", async ({
  browser,
}) => {
  const page = await pageOf(browser, { javaScriptEnabled: false });
  await page.goto(newCall());
  await fillAtOnce(page, callAt("22:15", { whatHappened: "Typed words", kinds: ["abuse", "silent"] }));
  const [typed, rows] = [await typedValues(page), await countAll()];
  await stopDatabase();
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("h1")).toHaveText(away);
  await expect(page.locator("main")).toContainText("What you typed is kept for 24 hours");

  await startDatabase();
  expect(await countAll()).toEqual(rows);
  await page.getByText("Go back to the form").click();
  await expect(page).toHaveURL(newCall());
  expect(await typedValues(page)).toEqual(typed);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/done=logged/);
  expect(await countAll()).toMatchObject({ Incident: Number(rows.Incident) + 1 });
  await page.context().close();
});

test("a file that cannot be taken leaves nothing behind but its note", async ({ browser }) => {
  const page = await pageOf(browser, { javaScriptEnabled: false });
  const path = `/cases/${mara.ids.caseId}/evidence`;
  await page.goto(path);
  await page.locator("#note").fill("Typed note");
  await page
    .locator("#file")
    .setInputFiles({ name: "log.txt", mimeType: "text/plain", buffer: Buffer.alloc(3_000_000, "a") });
  const [files, rows] = [filesOnDisk(), await countAll()];
  await stopDatabase();
  await page.locator("form[enctype] button").click();
  await expect(page.locator("h1")).toHaveText(away);
  await startDatabase();
  expect([filesOnDisk(), await countAll()]).toEqual([files, rows]);
  await page.getByText("Go back to the form").click();
  await expect(page.locator("#note")).toHaveValue("Typed note");
  await page.context().close();
});

test("every page and download says in words that the records cannot be reached", async ({ browser }) => {
  const page = await pageOf(browser, { javaScriptEnabled: false });
  await openLink(page, mara.link, { hasScripts: false });
  await stopDatabase();
  const light = ["/", "/safety", "/sign-in", "/sign-up", "/recover", "/unavailable", "/_not-found"];
  for (const route of pageRoutes()) {
    await page.goto(addressOf(route, mara.ids));
    if (light.includes(route)) await expect.soft(page.locator("h1"), route).not.toBeEmpty();
    else await expect.soft(page.locator("h1"), route).toHaveText(away);
  }
  const rest = otherRoutes().filter(
    (route) => !["/leave", "/api/health"].includes(route) && !/\/(upload|apply)$/.test(route),
  );
  for (const route of rest) {
    const answer = await page.request.get(addressOf(route, mara.ids));
    expect.soft(await answer.text(), route).toContain(away);
  }
  expect((await page.request.get("/api/health")).status()).toBe(503);
  expect((await page.request.get("/leave", { maxRedirects: 0 })).status()).toBe(303);
  await page.context().close();
});

test("nobody can sign up or in meanwhile, and is told so", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await pageOf(browser, { javaScriptEnabled, storageState: undefined });
    await startDatabase();
    for (const path of ["/sign-up", "/sign-in"]) {
      await (javaScriptEnabled ? openReady(page, path) : page.goto(path));
      await fillAtOnce(page, { name: "Mara", password: freshPassword() });
      await stopDatabase();
      await page.locator("main form button[type=submit]").click();
      await expect(page.locator("main")).toContainText(javaScriptEnabled ? "could not be reached" : away);
    }
    await page.context().close();
  }
});

async function startDatabase(): Promise<Database> {
  const { startDatabase: start } = await script("database/start-database.mjs");
  database = (await start({
    dataFolder: join(folder, "data"),
    port: database?.port,
    say: () => {},
  })) as Database;
  return database;
}

async function stopDatabase() {
  await database?.stop({ evenIfUsed: true });
}

async function pageOf(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, storageState: mara.state, ...options });
  return context.newPage();
}

function newCall(): string {
  return `/cases/${mara.ids.caseId}/incidents/new`;
}

async function countAll(): Promise<Record<string, number>> {
  const counted = allTables.map(async (table) => [table, await countRows(table, undefined, database?.url)]);
  return Object.fromEntries(await Promise.all(counted));
}

function filesOnDisk(): string[] {
  return readdirSync(join(folder, "data", "files", mara.ids.caseId ?? "")).sort();
}
