import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { type Furnished, furnish } from "./furnished-case";
import { press, tabTo, write } from "./keyboard";
import { fill, freshPassword, send } from "./mara";
import { addressOf, pageRoutes } from "./page-list";
import { openReady } from "./ready-page";
import { openLink } from "./theo";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Look = { viewport: { width: number; height: number }; colorScheme: "light" | "dark" };

const wideAndLight: Look = { viewport: { width: 1280, height: 800 }, colorScheme: "light" };
// 1280 by 1024 at 400 % zoom (WCAG 1.4.10).
const narrowAndDark: Look = { viewport: { width: 320, height: 256 }, colorScheme: "dark" };

let mara: Furnished;

test.use({ trace: "off" });

test.beforeAll(async ({ browser }) => {
  mara = await furnish(browser);
});

test("every page can be used by everybody", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await pageOf(browser);
  for (const address of addresses()) {
    await openReady(page, address);
    await examine(page);
  }
  await page.context().close();
});

test("every form with a problem can be used by everybody", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await pageOf(browser);
  for (const mistake of mistakes()) {
    await openReady(page, mistake.at);
    await mistake.make(page);
    await expect(page.locator("main .error-summary, main .field-error").first()).toBeVisible();
    await examine(page, ["color-contrast"]);
  }
  await page.context().close();
});

test("the recovery key and a case link can be used by everybody", async ({ browser }) => {
  const page = await pageOf(browser, { storageState: undefined });
  await page.goto("/sign-up");
  await fill(page, { name: "Mara", password: freshPassword() });
  await send(page, "/account/recovery-key");
  await examine(page);
  await sendEmpty()(page);
  await expect(page.locator("main .error-summary")).toBeVisible();
  await examine(page);
  await openLink(page, mara.link, { hasScripts: true });
  await examine(page);
  await page.context().close();
});

test("the main job is done with the keyboard alone, and the focus is always seen", async ({ page }) => {
  const uuid = "[0-9a-f-]{36}";
  await openReady(page, "/sign-up");
  await write(page, "#name", "Mara");
  await write(page, "#password", freshPassword());
  await press(page, "main button[type=submit]", /recovery-key$/);
  const recoveryKey = await page.locator("main .copyable code").innerText();
  await write(page, "#recoveryKey", recoveryKey);
  await press(page, "main button[type=submit]", /\/cases\?/);
  await press(page, 'main a[href="/cases/new"]', /new$/);

  await write(page, "#title", "Calls to my mobile");
  await tabTo(page, '[name="country"]');
  await page.keyboard.press("ArrowDown");
  await write(page, "#zone", "Europe/Lon");
  await write(page, "#number1", "07700 900142");
  await press(page, "main button[type=submit]", new RegExp(`cases/${uuid}$`));

  await press(page, 'main a[href$="/incidents/new"]', /new$/);
  await write(page, "#whatHappened", "A man said he would find me.");
  for (const [id, words] of Object.entries({ day: "2", month: "March", year: "2026", time: "22:15" }))
    await write(page, `#${id}`, words);
  await write(page, "#shownNumber", "07700 900187");
  await tabTo(page, '[name="presentation"]');
  await page.keyboard.press("Space");
  await press(page, "main button[type=submit]", /done=logged$/);
  await expect(page.locator("main")).toContainText("A man said he would find me.");
  await expect(page.locator("main")).toContainText("22:15");
});

async function pageOf(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ storageState: mara.state, ...options });
  return context.newPage();
}

/** Every page of the build, and those that look different with another id or after something was done. */
function addresses(): string[] {
  const here = `/cases/${mara.ids.caseId}`;
  return [
    ...pageRoutes().map((route) => addressOf(route, mara.ids)),
    `${here}/incidents/${mara.amendedId}?done=amended`,
    `${here}/incidents/${mara.ids.incidentId}?done=logged`,
    `${here}/letters/${mara.finishedLetterId}`,
    `${here}/letters/${mara.ids.letterId}?done=saved`,
    `${here}/links?done=revoked`,
    "/sign-in?next=/cases&held=1",
    ...["", "/incidents", "/evidence", "/letters", "/reports", "/packets", "/links", "/history"].map(
      (room) => `/cases/${mara.emptyCaseId}${room}`,
    ),
  ];
}

type Mistake = { at: string; make: (page: Page) => Promise<void> };

/** Each form of the app, sent as it must not be. */
function mistakes(): Mistake[] {
  const here = `/cases/${mara.ids.caseId}`;
  const empty = `/cases/${mara.emptyCaseId}`;
  return [
    { at: "/sign-up", make: sendEmpty() },
    { at: "/sign-in", make: sendEmpty() },
    { at: "/sign-in", make: sendWith({ name: "Nobody", password: freshPassword() }) },
    { at: "/recover", make: sendEmpty() },
    { at: "/account", make: sendEmpty("currentPassword") },
    { at: "/account", make: sendEmpty("renewPassword") },
    { at: "/account/delete", make: sendEmpty() },
    { at: "/cases/new", make: sendEmpty() },
    { at: `${here}/change`, make: sendWith({ title: "", number1: "not a number" }) },
    { at: `${here}/delete`, make: sendEmpty() },
    { at: `${here}/incidents/new`, make: sendEmpty() },
    {
      at: `${here}/incidents/new`,
      make: sendWith({ day: "25", month: "10", year: "2026", time: "01:30", durationMinutes: "x" }),
    },
    {
      at: `${here}/incidents/${mara.amendedId}/amend`,
      make: sendWith({ whatHappened: "", month: "Nevember" }),
    },
    { at: `${here}/letters/${mara.ids.letterId}`, make: sendWith({ subject: "" }) },
    { at: `${here}/links`, make: sendEmpty("recipient") },
    { at: `${here}/evidence?fault=KIND_DIFFERS`, make: async () => {} },
    { at: `${here}/incidents/${mara.ids.incidentId}?fault=TOO_LARGE`, make: async () => {} },
    ...["letters", "reports", "packets"].map((room) => ({ at: `${empty}/${room}`, make: sendEmpty() })),
    { at: `/s/${mara.link.linkId}`, make: sendEmpty() },
  ];
}

/** Sends the form that has the field, or the first one of the page. */
function sendEmpty(field?: string) {
  return async (page: Page) => {
    const forms = page.locator("main form");
    const form = field ? forms.filter({ has: page.locator(`[name="${field}"]`) }) : forms.first();
    await form.locator("button[type=submit]").first().click();
  };
}

function sendWith(fields: Record<string, string>) {
  return async (page: Page) => {
    await fill(page, fields);
    await sendEmpty(Object.keys(fields)[0])(page);
  };
}

/**
 * Looks at a page on a small dark screen and on a large light one, there with all rules or only some. Title and address
 * must tell nothing either.
 */
async function examine(page: Page, onWideAndLight?: string[]) {
  const at = new URL(page.url());
  await setLook(page, narrowAndDark);
  await examineLook(page, `${at.pathname}${at.search}, narrow and dark`);
  await setLook(page, wideAndLight);
  await examineLook(page, `${at.pathname}${at.search}, wide and light`, onWideAndLight);
  expect.soft(await page.title(), at.pathname).toMatch(/^(Error: )?Notes$/);
  expect.soft(`${at.pathname}${at.search}${at.hash}`).toMatch(plainAddress);
}

async function setLook(page: Page, { viewport, colorScheme }: Look) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => window.scrollTo(0, 0)); // Else the bar at the top covers what happens to lie below it.
}

/** Nothing for axe to find, nothing that scrolls sideways, and the way out in view from the end of the page. */
async function examineLook(page: Page, name: string, someRules?: string[]) {
  const { violations } = await axe(page, someRules).analyze();
  expect.soft(violations.map(inShort), `axe on ${name}`).toEqual([]);
  expect.soft(await sidewaysBy(page), `${name}: scrolls sideways`).toBeLessThanOrEqual(0);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.soft(page.locator("a.leave"), `${name}: leaving`).toBeInViewport({ ratio: 1 });
}

// In the page itself, which is faster than axe's way around frames of other sites; there are none.
function axe(page: Page, someRules?: string[]): AxeBuilder {
  const runOnly = someRules
    ? { type: "rule" as const, values: someRules }
    : { type: "tag" as const, values: standards };
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"], runOnly }).setLegacyMode();
}

function inShort({ id, nodes }: { id: string; nodes: { html: string; failureSummary?: string }[] }) {
  return `${id}: ${nodes.map(({ html, failureSummary }) => `${html} (${failureSummary})`).join("; ")}`;
}

function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

// Names of rooms and ids, then what was done or is wrong in one word; nothing that anybody typed.
const plainAddress =
  /^\/(?:[a-z-]+|[0-9a-f-]{36}|\/|calls\/\d+)*(?:\?(?:(?:done|fault)=[A-Za-z_]+|next=[/a-z0-9-]+|held=1|&)+)?$/;
