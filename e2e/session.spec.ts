import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ageSessionOf, countRows, endSessionOf, query } from "./database-rows";
import type { StorageState } from "./furnished-case";
import {
  type Account,
  attachFile,
  callAt,
  draftLetter,
  type Fields,
  fill,
  freshPassword,
  logCall,
  makeLink,
  makePacket,
  send,
  signIn,
  signUp,
  startCase,
} from "./mara";
import { openReady } from "./ready-page";
import { fillAtOnce, typedValues, wholeForm } from "./typed-form";

test.use({ trace: "off" });

const kept = "They are kept on this server for 24 hours";
const failed = "Name and password do not match. Check both and try again";

test.describe("a session that ends in the middle of writing", () => {
  let mara: Account;
  let state: StorageState | undefined;
  let caseId: string;
  let forms: [path: string, typed: Fields][];

  test.use({ storageState: ({ browserName: _ }, use) => use(state) });

  test.beforeAll(async ({ browser }) => {
    const page = await browser.newPage();
    mara = await signUp(page);
    caseId = await startCase(page);
    const here = `/cases/${caseId}`;
    const incident = await logCall(page, caseId);
    const letter = await draftLetter(page, caseId);
    forms = [
      ["/cases/new", { title: "Typed title", country: "CA", provider1: "Typed provider" }],
      [`${here}/change`, { title: "Typed title", provider2: "Typed provider" }],
      [`${here}/incidents/${incident}/amend`, { exactWords: "Typed words", reason: "Typed reason" }],
      [`${here}/letters/${letter}`, { sender: "Typed sender", body: "Typed\nbody" }],
      [`${here}/links`, { recipient: "Typed name", agency: "Typed agency" }],
    ];
    state = await page.context().storageState();
    await page.close();
  });

  for (const hasScripts of [true, false]) {
    test.describe(hasScripts ? "with scripts" : "without scripts", () => {
      test.use({ javaScriptEnabled: hasScripts });

      test("loses no word: after signing in again the form holds them all", async ({ page }) => {
        await signInAgain(page, mara);
        const path = `/cases/${caseId}/incidents/new`;
        await (hasScripts ? openReady(page, path) : page.goto(path));
        const words = {
          whatHappened: "Typed\n\nwords 🕯",
          kinds: ["abuse", "silent"],
          voiceNotes: "<b>",
          effect: "x",
        };
        await fillAtOnce(page, callAt("22:15", words));
        const before = await typedValues(page);
        await endSessionOf(page.context());

        await page.locator("main form button[type=submit]").click();
        await expect(page.locator("main [role=status]").first()).toContainText(kept);
        await fill(page, { name: mara.name, password: mara.password });
        await send(page, path);
        expect(await typedValues(page)).toEqual(before);

        await send(page, `/cases/${caseId}/incidents/*`);
        await page.goto(path);
        await expect(page.locator("#whatHappened")).toHaveValue("");
      });
    });
  }

  test("leaves the words of every form where they were typed", async ({ browser }) => {
    const context = await browser.newContext({ storageState: state, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [path, typed] of forms) {
      await signIn(page, mara);
      await page.goto(path);
      await fillAtOnce(page, typed);
      const before = await typedValues(page);
      await page.context().clearCookies({ name: /nightjar-(session|key)$/ });
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator("main [role=status]").first()).toContainText(kept);
      await fill(page, { name: mara.name, password: mara.password });
      await send(page, path);
      expect.soft(await typedValues(page), path).toEqual(before);
    }
    await context.close();
  });

  test("keeps the note of a file that could not be taken", async ({ browser }) => {
    const context = await browser.newContext({ storageState: state, javaScriptEnabled: false });
    const page = await context.newPage();
    const path = `/cases/${caseId}/evidence`;
    await signIn(page, mara);
    await page.goto(path);
    await page.locator("#note").fill("Typed note");
    await page
      .locator("#file")
      .setInputFiles({ name: "log.txt", mimeType: "text/plain", buffer: Buffer.alloc(3_000_000, "a") });
    await endSessionOf(context);
    await page.locator("form[enctype] button").click();
    await expect(page.locator("main [role=status]").first()).toContainText(kept);
    await fill(page, { name: mara.name, password: mara.password });
    await send(page, path);
    await expect(page.locator("#note")).toHaveValue("Typed note");
    await context.close();
  });
});

test.describe("an ended session opens nothing", () => {
  test("after signing out, however often its cookies are sent again", async ({ page }) => {
    await signUp(page);
    const cookies = await page.context().cookies();
    await page.goto("/account");
    await page.locator("main form button").first().click();
    await page.waitForURL("**/sign-in?done=ended");
    await page.context().addCookies(cookies);
    await expectSignedOut(page);
  });

  test("after half an hour without a sign of life, and after twelve hours at the most", async ({ page }) => {
    const mara = await signUp(page);
    await ageSessionOf(page.context(), "lastSeenAt", 29);
    await page.goto("/cases");
    await expect(page).toHaveURL(/\/cases$/);
    await ageSessionOf(page.context(), "lastSeenAt", 31);
    await expectSignedOut(page);
    await signIn(page, mara);
    await ageSessionOf(page.context(), "expiresAt", 1);
    await expectSignedOut(page);
  });

  test("with half of its cookies, or with those of two sessions mixed", async ({ page, browser }) => {
    const mara = await signUp(page);
    const [first] = await page.context().cookies();
    const other = await browser.newPage();
    await signIn(other, mara);
    const mixed = (await other.context().cookies()).map((cookie) =>
      cookie.name === first?.name ? first : cookie,
    );
    await page.context().clearCookies();
    await page.context().addCookies(mixed);
    await expectSignedOut(page);
    await page.context().clearCookies({ name: first?.name ?? "" });
    await expectSignedOut(page);
    await other.close();
  });
});

test.describe("at the door", () => {
  test.use({ javaScriptEnabled: false });

  test("an unknown name and a wrong password get the same answer, and guessing is slowed down", async ({
    page,
  }) => {
    const mara = await signUp(page, { name: `Mara ${freshPassword()}` });
    await page.context().clearCookies();
    expect(await answerTo(page, { name: mara.name, password: freshPassword() })).toBe(failed);
    expect(await answerTo(page, { name: `Nobody ${freshPassword()}`, password: mara.password })).toBe(failed);

    const form = { ...(await wholeForm(page)), name: mara.name, password: freshPassword() };
    const guess = () => page.request.post("/sign-in", { multipart: form });
    await Promise.all(Array.from({ length: 9 }, guess));
    const slowed = "Too many tries. Wait 15 minutes, then try again";
    expect(await answerTo(page, { name: mara.name, password: freshPassword() })).toBe(slowed);
    expect(await answerTo(page, mara), "the right password, too").toBe(slowed);
    await query(`UPDATE "Attempt" SET "at" = "at" - interval '16 minutes'`);
    await signIn(page, mara);
  });

  test("the recovery key opens the account again and ends every other session", async ({ page, browser }) => {
    const mara = await signUp(page);
    const caseId = await startCase(page);
    const lost = await browser.newPage();
    await lost.goto("/recover");
    const password = freshPassword();
    await fill(lost, { recoveryKey: mara.recoveryKey.toLowerCase().replaceAll("-", " "), password });
    await send(lost, "/account");
    await lost.goto(`/cases/${caseId}`);
    await expect(lost.locator("h1")).toHaveText("Calls to my mobile");
    await expectSignedOut(page);
    expect(await answerTo(page, mara), "the old password").toBe(failed);
    await signIn(page, { ...mara, password });
    await lost.close();
  });

  test("a wrong recovery key is told, and nothing of it tells whose it might be", async ({ page }) => {
    await page.goto("/recover");
    const recoveryKey = "0000-0000-0000-0000-0000-0000-0000-0000-0000";
    await fill(page, { recoveryKey, password: freshPassword() });
    await page.locator("main button[type=submit]").click();
    await expect(page.locator("main .error-summary")).toContainText(/recovery key/);
    await expect(page.locator("#recoveryKey")).toHaveValue(recoveryKey);
    await expect(page.locator("#password")).toHaveValue("");
  });

  test("a new password ends every other session, and the old one opens nothing", async ({
    page,
    browser,
  }) => {
    const mara = await signUp(page);
    const other = await browser.newPage();
    await signIn(other, mara);
    const password = freshPassword();
    await changePassword(page, { currentPassword: "not my password", password });
    await expect(page.locator("main .error-summary")).toContainText("This is not your current password");
    await changePassword(page, { currentPassword: mara.password, password });
    await page.waitForURL("**/account?done=changed");
    await expectSignedOut(other);
    await page.context().clearCookies();
    expect(await answerTo(page, mara)).toBe(failed);
    await signIn(page, { ...mara, password });
    await other.close();
  });

  test("a session can be ended from another device", async ({ page, browser }) => {
    const mara = await signUp(page);
    const other = await browser.newPage();
    await signIn(other, mara);
    await page.goto("/account");
    await page.locator("main table form button").click();
    await page.waitForURL("**/account?done=ended");
    await expectSignedOut(other);
    await other.close();
  });
});

test.describe("what is deleted is gone", () => {
  test.use({ javaScriptEnabled: false });

  test("a case goes with its rows, its files and its links, once the password is given", async ({
    page,
    browser,
  }) => {
    const { mara, caseId, link } = await caseWithFiles(page);
    await page.goto(`/cases/${caseId}/delete`);
    await fill(page, { password: "not my password" });
    await page.locator("main button[type=submit]").click();
    await expect(page.locator("main .error-summary")).toContainText("This is not your current password");
    await fill(page, { password: mara.password });
    await send(page, "/cases");
    await expectNothingLeft(caseId);
    expect((await page.goto(`/cases/${caseId}`))?.status()).toBe(404);
    const theo = await browser.newPage();
    await theo.goto(link.address);
    await fill(theo, { secret: link.code, passcode: link.passcode });
    await theo.locator("main button[type=submit]").click();
    await expect(theo.locator("main .error-summary")).toContainText("This case link is not open");
    await theo.close();
  });

  test("an account goes with all its cases, and its name and password open nothing", async ({ page }) => {
    const { mara, caseId } = await caseWithFiles(page);
    await page.goto("/account/delete");
    await fill(page, { password: mara.password });
    await send(page, "/sign-in");
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
    await expectNothingLeft(caseId);
    expect(await answerTo(page, mara)).toBe(failed);
  });
});

async function signInAgain(page: Page, account: Account) {
  await page.context().clearCookies();
  await signIn(page, account);
}

async function expectSignedOut(page: Page) {
  await page.goto("/cases");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcases$/);
}

async function answerTo(page: Page, { name, password }: Pick<Account, "name" | "password">): Promise<string> {
  await page.goto("/sign-in");
  await fill(page, { name, password });
  await page.locator("main button[type=submit]").click();
  return page.locator("main .error-summary li").innerText();
}

async function changePassword(page: Page, fields: { currentPassword: string; password: string }) {
  await page.goto("/account");
  const form = page.locator("main form", { has: page.locator('[name="currentPassword"]') });
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  await form.locator("button").click();
}

async function caseWithFiles(page: Page) {
  const mara = await signUp(page);
  const caseId = await startCase(page);
  const incidentId = await logCall(page, caseId);
  await attachFile(
    page,
    { caseId, incidentId },
    { name: "log.txt", mimeType: "text/plain", buffer: Buffer.from("log") },
  );
  await makePacket(page, caseId);
  const link = await makeLink(page, caseId);
  expect(existsSync(filesOf(caseId))).toBe(true);
  return { mara, caseId, link };
}

async function expectNothingLeft(caseId: string) {
  expect(existsSync(filesOf(caseId))).toBe(false);
  expect(await countRows("Case", { column: "id", id: caseId })).toBe(0);
  for (const table of ["Incident", "EvidenceFile", "Report", "Packet", "CaseLink", "AuditEvent"])
    expect(await countRows(table, { column: "caseId", id: caseId }), table).toBe(0);
}

function filesOf(caseId: string): string {
  return join(process.env.NIGHTJAR_DATA ?? "", "files", caseId);
}
