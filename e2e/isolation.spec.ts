// Ines must never learn that Mara exists: another's records answer exactly as missing ones do, and no action reaches them.
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContext, expect, test } from "@playwright/test";
import { addressOf, type BuiltAction, builtActions, builtRoutes, partsOf } from "./built-app";
import { type FullCase, makeFullCase } from "./full-case";
import { type Account, callAt, signUp } from "./mara";
import { ownerOf, type Row, rowsBelow } from "./rows-below";
import { type ActionPost, postAsBrowser, postAsScript } from "./server-actions";
import { openLink } from "./theo";
import { type Visited, type Visitor, visitorFrom } from "./visitor";

const { DATABASE_URL = "", NIGHTJAR_DATA = "" } = process.env;

const ownedRoutes = builtRoutes().filter((route) => partsOf(route).length > 0);
const readerRoutes = ownedRoutes.filter((route) => route.startsWith("/s/"));
const ownerRoutes = ownedRoutes.filter((route) => !readerRoutes.includes(route));
// Leaving signs out.
const plainRoutes = builtRoutes().filter((route) => partsOf(route).length === 0 && route !== "/leave");
const caseActions = builtActions().filter(({ file }) => file.startsWith("app/cases/[caseId]/"));

// A search only leads to an address, and a trace that is read is not read again.
const writeNothing = [
  ...["searchTrace", "readAgain"],
  ...["listAgain", "chooseCaptures", "compareAgain", "plan", "chooseCapture"],
];

// Whoever knows a link may try a passcode, and Mara sees how often that happened.
const TRIES = ["failedTries", "lockedUntil"];

let marasBrowser: BrowserContext;
let marasCase: FullCase;
let marasOtherCase: FullCase;
let inesBrowser: BrowserContext;
let inesAccount: Account;
let inesCase: FullCase;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  marasBrowser = await openBrowser(browser);
  const mara = await marasBrowser.newPage();
  await signUp(mara, "Mara");
  marasCase = await makeFullCase(mara);
  marasOtherCase = await makeFullCase(mara);
  inesBrowser = await openBrowser(browser);
  const ines = await inesBrowser.newPage();
  inesAccount = await signUp(ines, "Ines");
  inesCase = await makeFullCase(ines);
});

test("the build tells its routes and actions", () => {
  expect(ownerRoutes).toContain("/cases/[caseId]/letters/[letterId]/pdf");
  expect(readerRoutes).toContain("/s/[linkId]/packets/[packetId]");
  expect(caseActions.map(({ name }) => name)).toContain("deleteCase");
});

test("Mara finds every page and download of hers, and so does Theo with her link", async ({ browser }) => {
  const mara = await visitorFrom(marasBrowser);
  for (const route of ownerRoutes) await expectFound(mara, route, marasCase);
  const theo = await theoWith(browser, marasCase);
  for (const route of readerRoutes) await expectFound(theo, route, marasCase);
});

test("Ines gets 404 on every page and download of Mara's, as on what is not there", async () => {
  const ines = await visitorFrom(inesBrowser);
  for (const route of ownerRoutes) {
    expect((await ask(ines, route, marasCase)).status, route).toBe(404);
    await expectAsMissing(ines, route, marasCase);
  }
  for (const route of readerRoutes) await expectAsMissing(ines, route, marasCase);
});

test("Ines gets 404 on Mara's records below a case of her own", async () => {
  const ines = await visitorFrom(inesBrowser);
  await expectNothingBelow(ines, { ...marasCase, caseId: inesCase.caseId });
});

test("nobody learns from Mara's addresses without signing in", async () => {
  const nobody = await visitorFrom();
  for (const route of ownedRoutes) await expectAsMissing(nobody, route, marasCase);
  for (const route of ownerRoutes)
    expect((await ask(nobody, route, marasCase)).address, route).toMatch(
      /^\/(sign-in\?|cases\/.+\/(file|pdf|download|plan|apply)$)/,
    );
});

test("Theo, with a link to one case, gets 404 on the files and packets of another", async ({ browser }) => {
  const theo = await theoWith(browser, marasOtherCase);
  for (const route of ownedRoutes) await expectAsMissing(theo, route, marasCase);
  for (const route of readerRoutes.filter((one) => partsOf(one).length > 1)) {
    await expectFound(theo, route, marasOtherCase);
    const ids = { ...marasCase, linkId: marasOtherCase.linkId };
    expect((await ask(theo, route, ids)).status, route).toBe(404);
  }
});

test("a record of one case is not found below another case of the same person", async () => {
  const mara = await visitorFrom(marasBrowser);
  const mixed = { ...marasCase, caseId: marasOtherCase.caseId };
  await expectNothingBelow(mara, mixed);
  const rows = () => rowsBelow(DATABASE_URL, { table: "Case", id: marasCase.caseId });
  await expectAllRead(marasCase);
  const before = await rows();
  for (const action of caseActions) {
    const fields = { ...everyField(mixed), password: "not the password of Mara" };
    const { status } = await postAsBrowser(mara, {
      id: action.id,
      page: pageOf(action, marasOtherCase),
      fields,
    });
    if (
      ["amendIncident", "saveLetter", "revokeLink", "saveProviderHosts", "confirmMatch"].includes(action.name)
    )
      expect(status, action.name).toBe(404);
    expect(await rows(), action.name).toEqual(before);
  }
});

test("the posts below hold every field that any form of the app has", async ({ browser }) => {
  const sent = Object.keys({ ...everyField(marasCase), ...passwordsOf(inesAccount) });
  const asked = new Set<string>();
  const mara = await visitorFrom(marasBrowser);
  const nobody = await visitorFrom();
  const bodies = [
    ...(await Promise.all(ownerRoutes.map((route) => ask(mara, route, marasCase)))),
    ...(await Promise.all(plainRoutes.map((route) => ask(mara, route, {})))),
    ...(await Promise.all(["/sign-up", "/sign-in", "/recover"].map((route) => ask(nobody, route, {})))),
    await ask(nobody, "/s/[linkId]", marasCase),
    await ask(await theoWith(browser, marasCase), "/s/[linkId]", marasCase),
    await ask(mara, "/cases/[caseId]/letters/[letterId]", { ...marasCase, letterId: marasCase.draftId }),
  ].map(({ body }) => body);
  for (const [, name = ""] of bodies
    .join("")
    .matchAll(/<(?:input|select|textarea|button)\b[^>]*? name="([^"]+)"/g))
    if (!name.startsWith("$ACTION")) asked.add(name);
  expect([...asked]).toEqual(expect.arrayContaining(["whatHappened", "linkId", "currentPassword"]));
  expect([...asked].filter((name) => !sent.includes(name))).toEqual([]);
});

test("the same posts do their work on Ines's own case", async () => {
  const ines = await visitorFrom(inesBrowser);
  const rows = () => rowsBelow(DATABASE_URL, { table: "Case", id: inesCase.caseId });
  const expectWork = async (action: BuiltAction, post: typeof postAsBrowser) => {
    const before = await rows();
    const fields = { ...everyField(inesCase), ...passwordsOf(inesAccount) };
    const { status, body } = await post(ines, { id: action.id, page: pageOf(action, inesCase), fields });
    expect(status, action.name).toBe(200);
    expect(await rows(), `${action.name}: ${faultsIn(body)}`).not.toEqual(before);
  };
  const [logging] = caseActions.filter(({ name }) => name === "logIncident");
  if (logging) await expectWork(logging, postAsScript);
  // A match is taken back after it was made, and the case is deleted last.
  const order = ({ name }: BuiltAction) => Number(name === "removeMatch") + 2 * Number(name === "deleteCase");
  for (const action of caseActions.toSorted((one, other) => order(one) - order(other)))
    if (!writeNothing.includes(action.name)) await expectWork(action, postAsBrowser);
});

for (const [how, post] of [
  ["a browser without scripts does", postAsBrowser],
  ["React does", postAsScript],
] as const)
  test(`no action that Ines posts as ${how} changes anything of Mara's`, async ({ browser }) => {
    test.slow();
    await expectAllRead(marasCase);
    const before = await allOf(marasCase);
    const sessionId = before.rows.find(({ table }) => table === '"Session"')?.values.id;
    const ids = { ...everyField(marasCase), sessionId: String(sessionId) };
    for (const action of builtActions()) {
      const ines = await someInes(browser);
      const fields = { ...ids, ...passwordsOf(ines.account) };
      const { status } = await post(ines.visit, { id: action.id, page: pageOf(action, inesCase), fields });
      if (caseActions.includes(action) || action.name === "endASession")
        expect(status, action.name).toBe(404);
      expect(await allOf(marasCase), action.name).toEqual(before);
    }
    const mara = await visitorFrom(marasBrowser);
    for (const route of ownerRoutes) await expectFound(mara, route, marasCase);
  });

function openBrowser(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false });
}

async function theoWith(browser: Browser, { link }: FullCase): Promise<Visitor> {
  const context = await openBrowser(browser);
  await openLink(await context.newPage(), link, { hasScripts: false });
  return visitorFrom(context);
}

function faultsIn(body: string): string {
  return [...body.matchAll(/class="field-error"[^>]*>.*?<\/p>/g)]
    .map(([found]) => found.replace(/<[^>]+>/g, ""))
    .join("; ");
}

type Signed = { account: Account; visit: Visitor };

/** Ines, or another like her once an action has signed her out or deleted her account. */
async function someInes(browser: Browser): Promise<Signed> {
  const visit = await visitorFrom(inesBrowser);
  if ((await visit("/cases")).address === "/cases") return { account: inesAccount, visit };
  inesBrowser = await openBrowser(browser);
  inesAccount = await signUp(await inesBrowser.newPage(), "Ines");
  return { account: inesAccount, visit: await visitorFrom(inesBrowser) };
}

/** Asks for a route as a page does: by GET, or with a file where it takes one. */
function ask(visit: Visitor, route: string, ids: Record<string, unknown>): Promise<Visited> {
  const address = addressOf(route, ids);
  if (route.endsWith("/apply")) return visit(address, { method: "POST", body: applyForm(ids) });
  if (!route.endsWith("/upload")) return visit(address);
  const body = new FormData();
  body.set("incidentId", String(ids.incidentId));
  body.set("note", "");
  body.set("file", new Blob(["A few words"], { type: "text/plain" }), "words.txt");
  return visit(address, { method: "POST", body });
}

function applyForm({ captureId }: Record<string, unknown>): URLSearchParams {
  return new URLSearchParams({ captureId: String(captureId), flow: "any" });
}

/** The thing itself, and not the way to sign in. */
async function expectFound(visit: Visitor, route: string, ids: Record<string, unknown>) {
  const { status, address } = await ask(visit, route, ids);
  expect(status, route).toBe(200);
  expect(address, route).not.toMatch(/^\/sign-in/);
}

/** Every record that an address names after its case answers 404. */
async function expectNothingBelow(visit: Visitor, ids: Record<string, unknown>) {
  const below = ownerRoutes.filter((route) => partsOf(route).length > 1 || route.endsWith("/upload"));
  for (const route of below) expect((await ask(visit, route, ids)).status, route).toBe(404);
}

/** What is another's and what is not there answer alike: status, way and every word. */
async function expectAsMissing(visit: Visitor, route: string, ids: Record<string, unknown>) {
  // A call's number is no secret; a trace that is not there has none.
  const missing = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, name === "call" ? id : randomUUID()]),
  );
  const answers = await Promise.all([ask(visit, route, ids), ask(visit, route, missing)]);
  const [foreign, absent] = answers.map(withoutIds);
  expect(foreign, route).toEqual(absent);
}

// React sends a page in as many pieces as the moment gives, and every id is another.
function withoutIds({ status, steps, body }: Visited) {
  const text = JSON.stringify({ status, steps, body: body.replaceAll(BETWEEN_PIECES, "") });
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "id");
}
const BETWEEN_PIECES = '"])</script><script nonce="nonce">self.__next_f.push([1,"';

/** Traces that were added above are read when a thread is free. */
async function expectAllRead({ caseId }: FullCase) {
  const unread = async () => {
    const rows = await rowsBelow(DATABASE_URL, { table: "Case", id: caseId });
    const readInBackground = ['"Trace"', '"Capture"', '"Comparison"'];
    return rows.filter(({ table, values }) => readInBackground.includes(table) && values.finishedAt === null)
      .length;
  };
  await expect.poll(unread, { timeout: 30_000 }).toBe(0);
}

/** All that the server keeps for the owner of a case: rows, and files with their hashes. */
async function allOf({ caseId }: FullCase): Promise<{ rows: Row[]; files: string[] }> {
  const account = await ownerOf(DATABASE_URL, caseId);
  const rows = await rowsBelow(DATABASE_URL, { table: "Account", id: account }, TRIES);
  const cases = rows.filter(({ table }) => table === '"Case"').map(({ values }) => String(values.id));
  return { rows, files: (await Promise.all(cases.map(filesOfCase))).flat() };
}

async function filesOfCase(caseId: string): Promise<string[]> {
  const folder = join(NIGHTJAR_DATA, "files", caseId);
  const names = (await readdir(folder)).sort();
  const hash = async (name: string) =>
    createHash("sha256")
      .update(await readFile(join(folder, name)))
      .digest("hex");
  return Promise.all(names.map(async (name) => `${name} ${await hash(name)}`));
}

/** A page that Ines may see and that the action can be posted to. */
function pageOf({ pages }: BuiltAction, ids: Record<string, unknown>): ActionPost["page"] {
  return addressOf(pages[0] ?? "", ids);
}

function passwordsOf({ name, password, recoveryKey }: Account): Record<string, string> {
  return { name, password, recoveryKey, currentPassword: password, renewPassword: password };
}

const pressed = { name: "then", value: "finish" };

/** One form that fits every action: each field that any of them reads, filled so that it would be taken. */
function everyField(ids: Omit<FullCase, "letterId" | "link">) {
  const { caseId, incidentId, fileId, traceId, call, draftId, reportId, packetId, linkId } = ids;
  const { captureId, watermarkId, comparisonId } = ids;
  return {
    ...(callAt("10:15 pm") as Record<string, string>),
    ...{ caseId, incidentId, fileId, traceId, call, letterId: draftId, reportId, packetId, linkId },
    ...{ captureId, watermarkId, comparisonId, firstCaptureId: "none", secondCaptureId: captureId },
    ...{ firstFlow: "", candidates: "all", flow: "any", falseMatches: "0.01", clockErrorSeconds: "60" },
    ...{ question: "mark", callSeconds: "90", packetsPerSecond: "50", jitterMs: "5", lossPercent: "0" },
    ...{ delayMs: "140", detectionPercent: "99", bits: "24", redundancy: "10", distance: "1" },
    ...{ shiftMs: "3", packets: "1000" },
    ...{
      sessionId: randomUUID(),
      formKey: randomUUID(),
      version: "1",
      next: "/cases",
      [pressed.name]: pressed.value,
    },
    ...{ precision: "exact", timeSource: "memory", zone: "Europe/London", whichHour: "" },
    ...{
      shownName: "Ines",
      verifiedMark: "none",
      calledNumber: "",
      durationMinutes: "1",
      durationSeconds: "2",
    },
    ...{ kinds: "abuse", exactWords: "Ines was here", voice: "man", voiceNotes: "", background: "quiet" },
    ...{ backgroundNotes: "", whatISaid: "", toldToStop: "yes", callTrace: "not-tried", callTraceNotes: "" },
    ...{ witnesses: "", effect: "", reason: "Ines was here", note: "", file: "" },
    ...{ title: "Ines was here", country: "GB" },
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].flatMap((place) => [
        [`number${place}`, ""],
        [`provider${place}`, ""],
      ]),
    ),
    ...{ sender: "Ines", recipient: "Ines", dated: "1 March 2026", subject: "Ines was here", body: "Ines" },
    ...{
      providers: "",
      providerHosts: "192.0.2.9",
      pem: "",
      text: "Ines",
      kind: "call",
      state: "",
      findings: "",
    },
    ...{ agency: "", days: "14", allowDownload: "yes", secret: "not the code", passcode: "00000000" },
  };
}
