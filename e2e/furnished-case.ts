import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { type Account, draftLetter, type MadeLink, makeLink, send, signUp, startCase } from "./mara";

export type StorageState = Exclude<BrowserContextOptions["storageState"], string | undefined>;

/** The example case, full of everything, with a letter that is still a draft and a case link besides. */
export type Furnished = {
  account: Account;
  state: StorageState;
  /** One id for each kind of address. */
  ids: Record<string, string>;
  /** A call that was amended, and a letter that is finished. */
  amendedId: string;
  finishedLetterId: string;
  emptyCaseId: string;
  link: MadeLink;
};

export async function furnish(browser: Browser, options: BrowserContextOptions = {}): Promise<Furnished> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const account = await signUp(page);
  const emptyCaseId = await startCase(page, { title: "Nothing in it yet" });
  const caseId = await loadExampleCase(page);
  const ids = { caseId, ...(await idsOf(page, caseId)) };
  const link = await makeLink(page, caseId);
  const finishedLetterId = ids.letterId;
  const letterId = await draftLetter(page, caseId);
  const furnished = {
    account,
    ids: { ...ids, letterId, linkId: link.linkId },
    amendedId: await amendedCall(page, caseId),
    finishedLetterId,
    emptyCaseId,
    link,
    state: await context.storageState(),
  };
  await context.close();
  return furnished;
}

export async function loadExampleCase(page: Page): Promise<string> {
  await page.goto("/cases");
  await send(page, "/cases/*");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function idsOf(page: Page, caseId: string) {
  const here = `/cases/${caseId}`;
  return {
    incidentId: await idIn(page, `${here}/incidents`, /incidents\/([0-9a-f-]{36})$/),
    fileId: await idIn(page, `${here}/evidence`, /evidence\/([0-9a-f-]{36})\/file$/),
    traceId: await idIn(page, `${here}/traces`, /traces\/([0-9a-f-]{36})$/),
    call: "1",
    letterId: await idIn(page, `${here}/letters`, /letters\/([0-9a-f-]{36})$/),
    reportId: await idIn(page, `${here}/reports`, /reports\/([0-9a-f-]{36})\/pdf$/),
    captureId: await idIn(page, `${here}/tracking`, /captures\/([0-9a-f-]{36})$/),
    watermarkId: await idIn(page, `${here}/tracking`, /watermarks\/([0-9a-f-]{36})$/),
    comparisonId: await idIn(page, `${here}/tracking`, /comparisons\/([0-9a-f-]{36})$/),
    packetId: await idIn(page, `${here}/packets`, /packets\/([0-9a-f-]{36})\/download$/),
  };
}

async function idIn(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(path);
  const [id] = await idsIn(page, pattern);
  if (!id) throw new Error(`Nothing on ${path} has an address like ${pattern}`);
  return id;
}

async function idsIn(page: Page, pattern: RegExp): Promise<string[]> {
  const hrefs = await page.locator("main a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  return hrefs.flatMap((href) => pattern.exec(href ?? "")?.[1] ?? []);
}

async function amendedCall(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/incidents`);
  for (const id of await idsIn(page, /incidents\/([0-9a-f-]{36})$/)) {
    await page.goto(`/cases/${caseId}/incidents/${id}`);
    if ((await page.locator("main details.disclosure").count()) > 1) return id;
  }
  throw new Error("No call of the example case was amended");
}
