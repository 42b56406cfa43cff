// What Mara does in the app, step by step, alike with scripts and without. Fields are found by name and not by words.
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { simulateTwoCaptures } from "@/lib/call-tracking/simulation/two-captures";

export type Account = { name: string; password: string; recoveryKey: string };

/** Form fields by name; a list ticks several boxes. */
export type Fields = Record<string, string | string[]>;

export type GivenFile = { name: string; mimeType: string; buffer: Buffer };

/** A case link as Mara is shown it once. */
export type MadeLink = { linkId: string; passcode: string; link: string; address: string; code: string };

/** A password that nobody else in the run has. */
export function freshPassword(): string {
  return `violet kettle ${randomUUID()}`;
}

/** A call as somebody would log it; every field can be given otherwise. */
export function callAt(time: string, over: Fields = {}): Fields {
  return {
    whatHappened: "A man said he would find me.\nThen he hung up.",
    day: "2",
    month: "March",
    year: "2026",
    time,
    shownNumber: "07700 900187",
    presentation: "shown",
    result: "answered",
    ...over,
  };
}

/** Makes an account and types the recovery key back, so that the whole app is open. */
export async function signUp(page: Page, given: string | Partial<Account> = "Mara"): Promise<Account> {
  const { name = "Mara", password = freshPassword() } = typeof given === "string" ? { name: given } : given;
  await page.goto("/sign-up");
  await fill(page, { name, password });
  await send(page, "/account/recovery-key");
  const recoveryKey = (await page.locator("main .copyable code").innerText()).trim();
  await fill(page, { recoveryKey });
  await send(page, "/cases");
  return { name, password, recoveryKey };
}

export async function signIn(page: Page, { name, password }: Pick<Account, "name" | "password">) {
  await page.goto("/sign-in");
  await fill(page, { name, password });
  await send(page, "/cases");
}

export async function startCase(page: Page, over: Fields = {}): Promise<string> {
  await page.goto("/cases/new");
  await fill(page, {
    title: "Calls to my mobile",
    country: "GB",
    zone: "Europe/London",
    number1: "07700 900142",
    provider1: "Example Mobile",
    ...over,
  });
  await send(page, "/cases/*");
  return lastPart(page);
}

export async function logCall(
  page: Page,
  caseId: string,
  call: Fields = callAt("10:15 pm"),
): Promise<string> {
  await page.goto(`/cases/${caseId}/incidents/new`);
  await fill(page, call);
  await send(page, `/cases/${caseId}/incidents/*`);
  await expect(page).toHaveURL(/\?done=logged$/);
  return lastPart(page);
}

export async function amendCall(page: Page, caseId: string, incidentId: string, changes: Fields) {
  await page.goto(`/cases/${caseId}/incidents/${incidentId}/amend`);
  await fill(page, { reason: "I found it in the call log of the telephone.", ...changes });
  await send(page, `/cases/${caseId}/incidents/${incidentId}`);
  await expect(page).toHaveURL(/\?done=amended$/);
}

/** Attaches a file to a call, or to the case as a whole when there is no call. */
export async function attachFile(page: Page, to: AttachTo, file: GivenFile, note = ""): Promise<string> {
  const { caseId, incidentId } = to;
  const path = incidentId ? `/cases/${caseId}/incidents/${incidentId}` : `/cases/${caseId}/evidence`;
  await page.goto(path);
  await page.locator("#note").fill(note);
  await page.locator("#file").setInputFiles(file);
  await page.locator('main form[enctype="multipart/form-data"] button').click();
  await page.waitForURL(`**${path}?done=file`);
  const links = page.locator('main a[href$="/file"]', { hasText: file.name });
  return partBefore("/file", await links.last().getAttribute("href"));
}

/** Adds a capture to the room of traces, waits until it is read, and gives the trace's id. */
export async function addTrace(page: Page, caseId: string, file: GivenFile): Promise<string> {
  await page.goto(`/cases/${caseId}/traces`);
  await page.locator("#file").setInputFiles(file);
  await page.locator("#trace-upload button[type=submit]").click();
  await page.waitForURL(/\/traces\/[0-9a-f-]{36}/);
  const traceId = lastPart(page);
  await expect(async () => {
    await page.goto(`/cases/${caseId}/traces/${traceId}`);
    await expect(page.locator("main code.hash, main .facts, main dl").first()).toBeVisible({ timeout: 500 });
    await expect(page.locator("main progress")).toHaveCount(0);
  }).toPass({ timeout: 30_000 });
  return traceId;
}

/** Adds a capture to the room of tracking, waits until its flows are listed, and gives the capture's id. */
export async function addCapture(page: Page, caseId: string, file: GivenFile): Promise<string> {
  await page.goto(`/cases/${caseId}/tracking`);
  await page.locator("#file").setInputFiles(file);
  await page.locator("#capture-upload button[type=submit]").click();
  await page.waitForURL(/\/captures\/[0-9a-f-]{36}/);
  const captureId = lastPart(page);
  await untilShown(page, `/cases/${caseId}/tracking/captures/${captureId}`, "main table");
  return captureId;
}

/** Plans a watermark for calls of 26 seconds and keeps it; gives its id. */
export async function keepWatermark(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/tracking/planner?callSeconds=26&jitterMs=6`);
  await page.locator("#plan form button").click();
  await page.waitForURL(/\/watermarks\/[0-9a-f-]{36}/);
  return lastPart(page);
}

export type AskedComparison = { first?: string; second: string; watermarkId?: string };

/** Compares the one flow of the first capture with all of the second; waits for the result and gives its id. */
export async function compareCaptures(page: Page, caseId: string, asked: AskedComparison): Promise<string> {
  const { first = "none", second, watermarkId = "none" } = asked;
  await page.goto(`/cases/${caseId}/tracking/compare`);
  await page.locator(`[name="firstCaptureId"][value="${first}"]`).check();
  await page.locator(`[name="secondCaptureId"][value="${second}"]`).check();
  await page.locator("main form button").click();
  await page.waitForURL(/\/compare\?first=/);
  await page.locator('[name="candidates"][value="all"]').check();
  await page.locator(`[name="watermarkId"][value="${watermarkId}"]`).check();
  await page.locator("main form button").click();
  await page.waitForURL(/\/comparisons\/[0-9a-f-]{36}/);
  const comparisonId = lastPart(page);
  await untilShown(page, `/cases/${caseId}/tracking/comparisons/${comparisonId}`, "main .lead");
  return comparisonId;
}

/** A watermark, two captures that hold one call, and their comparison; gives their ids. */
export async function makeComparison(page: Page, caseId: string) {
  const watermarkId = await keepWatermark(page, caseId);
  const { near, far } = simulateTwoCaptures({ startedAt: new Date("2026-03-02T22:15:00Z") });
  const captureId = await addCapture(page, caseId, captureFile(near, "near.pcap"));
  const second = await addCapture(page, caseId, captureFile(far, "far.pcap"));
  const comparisonId = await compareCaptures(page, caseId, { first: captureId, second, watermarkId });
  return { captureId, watermarkId, comparisonId };
}

export function captureFile(bytes: Uint8Array, name: string): GivenFile {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
}

/** Looks at a page again until the work that it tells of is done. */
async function untilShown(page: Page, path: string, what: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator(what).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

export type AttachTo = { caseId: string; incidentId?: string };

export async function draftLetter(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/letters`);
  await send(page, `/cases/${caseId}/letters/*`);
  return lastPart(page);
}

/** Fills every open place of the draft with `words`, and the fields that are named with what is given. */
export async function fillLetter(page: Page, words: string, fields: Record<string, string> = {}) {
  for (const name of ["sender", "recipient", "dated", "subject", "body"]) {
    const field = page.locator(`main [name="${name}"]`);
    const text = fields[name] ?? (await field.inputValue());
    await field.fill(text.replace(/\[[^\]\n]*\]/g, words));
  }
}

export async function saveLetter(page: Page) {
  await page.locator('main button[name="then"][value="save"]').click();
  await page.waitForURL(/\?done=saved$/);
}

export async function finishLetter(page: Page) {
  await page.locator('main button[name="then"][value="finish"]').click();
  await page.waitForURL(/\?done=finished$/);
}

export async function makeReport(page: Page, caseId: string): Promise<string> {
  return makeInList(page, `/cases/${caseId}/reports`, "/pdf");
}

export async function makePacket(page: Page, caseId: string): Promise<string> {
  return makeInList(page, `/cases/${caseId}/packets`, "/download");
}

export async function makeLink(page: Page, caseId: string, over: Fields = {}): Promise<MadeLink> {
  await page.goto(`/cases/${caseId}/links`);
  const form = page.locator("main form", { has: page.locator('[name="recipient"]') });
  await fill(page, { recipient: "Theo", agency: "Example Police", allowDownload: "yes", ...over });
  await form.locator("button[type=submit]").click();
  await page.waitForURL(`**/cases/${caseId}/links/*`);
  const [passcode = "", link = "", address = "", code = ""] = await page
    .locator("main .copyable code")
    .allInnerTexts();
  return { linkId: lastPart(page), passcode, link, address, code };
}

export async function revokeLink(page: Page, caseId: string, linkId: string) {
  await page.goto(`/cases/${caseId}/links`);
  const form = page.locator("main form", { has: page.locator(`[name="linkId"][value="${linkId}"]`) });
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/\?done=revoked$/);
}

/** Fills, ticks and chooses; what lies in a closed part of the form is opened first. */
export async function fill(page: Page, fields: Fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    await openAround(page, name);
    const kind = await field.first().evaluate((node) => node.getAttribute("type") ?? node.localName);
    if (kind === "radio" || kind === "checkbox") {
      for (const option of [value].flat())
        await page.locator(`main [name="${name}"][value="${option}"]`).check();
    } else if (kind === "select") await field.selectOption(String(value));
    else await field.fill(String(value));
  }
}

async function openAround(page: Page, name: string) {
  const closed = page.locator("main details:not([open])", { has: page.locator(`[name="${name}"]`) });
  if ((await closed.count()) > 0) await closed.locator("summary").first().click();
}

/** Presses the first button of the page's form and waits for the page it leads to. */
export async function send(page: Page, leadsTo: string) {
  await page.locator("main button[type=submit]").first().click();
  await page.waitForURL((url) => matches(url.pathname, leadsTo));
}

async function makeInList(page: Page, path: string, ending: string): Promise<string> {
  await page.goto(path);
  const links = page.locator(`main table a[href$="${ending}"]`);
  const before = await links.count();
  await page.locator("main form button[type=submit]").last().click();
  await expect(links).toHaveCount(before + 1, { timeout: 30_000 });
  return partBefore(ending, await links.first().getAttribute("href"));
}

function matches(path: string, pattern: string): boolean {
  const [start = "", rest] = pattern.split("*");
  if (rest === undefined) return path === pattern;
  return path.startsWith(start) && /^[0-9a-f-]{36}$/.test(path.slice(start.length));
}

function lastPart(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

function partBefore(ending: string, href: string | null): string {
  return href?.slice(0, -ending.length).split("/").at(-1) ?? "";
}
