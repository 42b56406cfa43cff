import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { type Account, callAt, logCall, makeLink, signIn, signUp, startCase } from "./mara";
import { openReady } from "./ready-page";
import { type SecondServer, startOtherSite, startSecondServer } from "./second-server";
import { openLink } from "./theo";

test.use({ trace: "off" });

const secret = "A man said he would find me.";

let weather: SecondServer;
let server: SecondServer;
let mara: Account;
let caseId: string;
let callId: string;

test.beforeAll(async ({ browser }) => {
  weather = await startOtherSite();
  server = await startSecondServer({ env: { NIGHTJAR_LEAVE_TO: weather.url } });
  const page = await newPage(browser, {});
  mara = await signUp(page);
  caseId = await startCase(page);
  callId = await logCall(page, caseId, callAt("22:15", { whatHappened: secret }));
  await page.context().close();
});

test.afterAll(async () => {
  await server.stop();
  await weather.stop();
});

test("one click blanks the page in the same moment, and nothing is left in the browser", async ({
  browser,
}) => {
  const page = await pageOnCall(browser);
  const atOnce = await page.evaluate(() => {
    document.querySelector<HTMLElement>("a.leave")?.click();
    return { isHidden: document.documentElement.hidden, words: document.body.textContent };
  });
  expect(atOnce).toEqual({ isHidden: true, words: "" });
  await page.waitForURL(weather.url);
  expect(await page.context().cookies(server.url)).toEqual([]);
  await expectNothingBehind(page);
  await page.context().close();
});

test("every other tab leaves as well", async ({ browser }) => {
  const page = await pageOnCall(browser);
  const other = await page.context().newPage();
  await openReady(other, page.url());
  await page.locator("a.leave").click();
  for (const tab of [page, other]) {
    await tab.waitForURL(weather.url);
    await expectNothingBehind(tab);
  }
  await page.context().close();
});

test("Shift three times leaves, and capital letters do not", async ({ browser }) => {
  const page = await pageOnCall(browser);
  await openReady(page, `${page.url()}/amend`);
  await page.locator("#reason").focus();
  for (const letter of "ABCD") await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("#reason")).toHaveValue("ABCD");
  for (const said of [
    "Press Shift two more times to leave this page.",
    "Press Shift one more time to leave this page.",
  ]) {
    await page.keyboard.press("Shift");
    await expect(page.locator("[data-leave-status]")).toHaveText(said);
  }
  await page.keyboard.press("Shift");
  await page.waitForURL(weather.url);
  await page.context().close();
});

test("without scripts it is a plain link that does the same on the server", async ({ browser }) => {
  const page = await pageOnCall(browser, { javaScriptEnabled: false });
  await page.locator("a.leave").click();
  await page.waitForURL(weather.url);
  expect(await page.context().cookies(server.url)).toEqual([]);
  await expectNothingBehind(page);
  await page.context().close();
});

test("the light pages have the same way out", async ({ browser }) => {
  const page = await pageOnCall(browser);
  for (const path of ["/", "/safety"]) {
    await page.goto(path);
    await page.locator("a.leave").click();
    await page.waitForURL(weather.url);
  }
  await page.context().close();
});

test("the session has ended on the server: its cookies open nothing any more", async ({ browser }) => {
  const page = await pageOnCall(browser);
  const [call, cookies] = [page.url(), await page.context().cookies()];
  await page.locator("a.leave").click();
  await page.waitForURL(weather.url);
  await page.context().addCookies(cookies);
  await page.goto(call);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.context().close();
});

test("Theo leaves as Mara does, and his cookies open nothing any more", async ({ browser }) => {
  const maker = await pageOnCall(browser);
  const link = await makeLink(maker, caseId);
  const theo = await newPage(browser, {});
  await openLink(theo, link, { hasScripts: true });
  const cookies = await theo.context().cookies();
  await theo.locator("a.leave").click();
  await theo.waitForURL(weather.url);
  await theo.context().addCookies(cookies);
  await theo.goto(`/s/${link.linkId}`);
  await expect(theo.locator("#passcode")).toBeVisible();
  for (const page of [maker, theo]) await page.context().close();
});

test("another site cannot make a person leave", async ({ browser }) => {
  const page = await pageOnCall(browser);
  const call = page.url();
  const answer = await page.request.get("/leave", {
    headers: { "Sec-Fetch-Site": "cross-site" },
    maxRedirects: 0,
  });
  expect(answer.headers()).toMatchObject({ location: weather.url });
  expect(answer.headers()).not.toHaveProperty("clear-site-data");
  await page.goto(call);
  await expect(page.locator("main")).toContainText(secret);
  await page.context().close();
});

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  return context.newPage();
}

/** A page with the words of a call on it, and some history before it, in a session of its own. */
async function pageOnCall(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(browser, options);
  await signIn(page, mara);
  await page.goto(`/cases/${caseId}/incidents/${callId}`);
  await expect(page.locator("main")).toContainText(secret);
  return page;
}

/** Whoever presses Back sees nothing of the case, and no page of it from the browser's memory. */
async function expectNothingBehind(page: Page) {
  for (let step = 0; step < 4; step += 1) {
    await page.goBack({ waitUntil: "commit" }).catch(() => null);
    await page.waitForLoadState();
    expect(await contentOf(page)).not.toMatch(/find me|Calls to my mobile|07700/);
  }
}

/** What a page holds, once it has stopped going from one address to the next. */
async function contentOf(page: Page): Promise<string> {
  for (;;) {
    const content = await page.content().catch(() => undefined);
    if (content !== undefined) return content;
    await page.waitForLoadState();
  }
}
