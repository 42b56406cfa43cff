// The whole main job as one story: from Mara's first call to a packet that Theo can check.
import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { runVerify } from "@/lib/evidence-packets/test-bag";
import { additions, changesOf, filesOf } from "@/lib/evidence-packets/test-mutations";
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
  revokeLink,
  send,
  signIn,
  signUp,
  startCase,
} from "./mara";
import { pdfText } from "./pdf-text";
import { bytesBehind, chronology, hear, openLink, takeDownload } from "./theo";
import { unnoticed, unpack } from "./unpacked-packet";

const voicemail = new URL("../lib/example-case/voicemail.wav", import.meta.url);

const threat = callAt("10:15 pm", {
  kinds: ["threat-injury"],
  exactWords: "I will find you on Thursday.",
  toldToStop: "yes",
});
const message = callAt("7:40 am", {
  whatHappened: "A message on my voicemail, the same man.",
  day: "3",
  shownNumber: "020 7946 0123",
  result: "voicemail",
  exactWords: "You know what is coming.",
});
const silence = callAt("03:05", {
  whatHappened: "Nobody spoke. I heard breathing.",
  day: "4",
  shownNumber: "",
  presentation: "withheld",
  result: "silent",
  kinds: ["silent"],
});

for (const hasScripts of [true, false]) {
  const mode = hasScripts ? "with JavaScript" : "without JavaScript";

  test(`the story, ${mode}: Mara logs three calls, and Theo checks the packet he took`, async ({
    browser,
  }, testInfo) => {
    test.slow();
    const mara = await openBrowser(browser, hasScripts);
    const theo = await openBrowser(browser, hasScripts);
    const sound = await readFile(voicemail);

    await signUp(mara, "Mara");
    const caseId = await startCase(mara);
    const threatId = await logCall(mara, caseId, threat);
    const messageId = await logCall(mara, caseId, message);
    await logCall(mara, caseId, silence);
    const file = { name: "voicemail.wav", mimeType: "audio/wav", buffer: sound };
    await attachFile(mara, { caseId, incidentId: messageId }, file, "Saved from my telephone");
    await amendCall(mara, caseId, threatId, { time: "22:16", exactWords: "I will find you on Friday." });

    await test.step("an amended call shows its first version as well", async () => {
      await expect(mara.locator("main")).toContainText("22:16");
      const versions = mara.locator("main details");
      await versions.last().locator("summary").click();
      await expect(versions.last()).toContainText("I will find you on Thursday.");
    });

    await test.step("she finishes a letter to her provider", async () => {
      await draftLetter(mara, caseId);
      await fillLetter(mara, "Mara Example");
      await finishLetter(mara);
      const letter = await takeDownload(mara, mara.locator('main a[href$="/pdf"]'));
      const text = pdfText(await readFile(await letter.path()));
      if (text !== undefined) expect(text).toContain("Mara Example");
    });

    await test.step("the report holds each call", async () => {
      const reportId = await makeReport(mara, caseId);
      const report = await bytesBehind(mara, `/cases/${caseId}/reports/${reportId}/pdf`);
      expectEachCall(pdfText(report));
    });

    const packetId = await makePacket(mara, caseId);
    const fingerprint = await mara.locator("main table code.hash").innerText();
    const link = await makeLink(mara, caseId);

    await test.step("Theo opens the link and reads the chronology", async () => {
      await openLink(theo, link, { hasScripts });
      expect(theo.url()).toBe(link.address);
      const callOf = (day: string) => chronology(theo).filter({ hasText: `${day} March 2026` });
      await expect(chronology(theo)).toHaveCount(3);
      await expect(callOf("2")).toContainText("22:16");
      await expect(callOf("2")).toContainText("I will find you on Friday.");
      await expect(callOf("3")).toContainText("07:40");
      await expect(callOf("3")).toContainText("020 7946 0123");
      await expect(callOf("4")).toContainText("03:05");
      await expect(callOf("4")).toContainText("Nobody spoke. I heard breathing.");
    });

    await test.step("he hears the voicemail, byte for byte", async () => {
      const audio = theo.locator("main audio");
      if (hasScripts) await hear(audio);
      expect(await bytesBehind(theo, await audio.getAttribute("src"))).toEqual(sound);
    });

    await test.step("the packet he takes verifies, and no change to it goes unnoticed", async () => {
      const packet = theo.locator(`main table a[href$="/packets/${packetId}"]`);
      const zip = await (await takeDownload(theo, packet)).path();
      const bag = await unpack(zip, testInfo.outputPath("packet"));
      const { status, lines } = await runVerify(bag);
      expect(status, lines.join("\n")).toBe(0);
      expect(lines).toContain(`Fingerprint: ${fingerprint}`);
      await expectTheCase(bag, sound);
      await expectNothingUnnoticed(bag);
    });

    await test.step("Mara sees in the history what Theo did", async () => {
      await mara.goto(`/cases/${caseId}/history`);
      const byTheo = await mara.locator("main tbody tr", { hasText: "Theo" }).allInnerTexts();
      for (const done of [
        "Case link opened",
        "Case read through a link",
        "File opened through a link",
        "Packet downloaded through a link",
      ])
        expect(byTheo.join("\n")).toContain(done);
      await expect(mara.locator("main")).toContainText("The chain is whole");
    });

    await test.step("once she revokes the link, Theo's next request is refused", async () => {
      const sources = [
        await theo.locator("main audio").getAttribute("src"),
        await theo.locator(`main a[href*="/packets/"]`).getAttribute("href"),
      ];
      await revokeLink(mara, caseId, link.linkId);
      for (const source of sources)
        expect((await theo.context().request.get(source ?? "")).status()).toBe(404);
      await theo.reload();
      await expect(chronology(theo)).toHaveCount(0);
      await fill(theo, { secret: link.code, passcode: link.passcode });
      await theo.locator("main button[type=submit]").click();
      await expect(theo.locator("main")).toContainText("This case link is not open");
    });
  });

  test(`the story of a lost password, ${mode}: the recovery key opens the cases again`, async ({
    browser,
  }) => {
    const page = await openBrowser(browser, hasScripts);
    const account = await signUp(page, "Mara");
    const caseId = await startCase(page, { title: "Calls at night" });
    await signOut(page);

    const recovered = { ...account, password: freshPassword() };
    await page.goto("/recover");
    await fill(page, { recoveryKey: account.recoveryKey, password: recovered.password });
    await send(page, "/account");
    await page.goto(`/cases/${caseId}`);
    await expect(page.locator("h1")).toContainText("Calls at night");

    const changed = { ...account, password: freshPassword() };
    await page.goto("/account");
    await fill(page, { currentPassword: recovered.password, password: changed.password });
    await page
      .locator("main form", { has: page.locator('[name="currentPassword"]') })
      .locator("button")
      .click();
    await page.waitForURL(/\?done=changed$/);
    await signOut(page);

    for (const old of [account, recovered]) await expectRefused(page, old);
    await signIn(page, changed);
    await page.goto(`/cases/${caseId}`);
    await expect(page.locator("h1")).toContainText("Calls at night");
  });
}

async function openBrowser(browser: Browser, hasScripts: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: hasScripts })).newPage();
}

async function signOut(page: Page) {
  await page.goto("/account");
  await send(page, "/sign-in");
}

async function expectRefused(page: Page, { name, password }: Account) {
  await page.goto("/sign-in");
  await fill(page, { name, password });
  await page.locator("main button[type=submit]").click();
  await expect(page.locator('main [role="alert"]')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
}

function expectEachCall(text: string | undefined) {
  if (text === undefined) return; // No program here reads a PDF; `npm test` says so.
  for (const words of [
    "22:16",
    "07700 900187",
    "I will find you on Friday.",
    "07:40",
    "020 7946 0123",
    "You know what is coming.",
    "03:05",
    "Nobody spoke. I heard breathing.",
  ])
    expect(text).toContain(words);
}

/** What Theo needs lies in the bag: the sound as it was, each call with its versions, the report. */
async function expectTheCase(bag: string, sound: Buffer) {
  const files = await filesOf(bag);
  const original = files.find((path) => path.startsWith("data/originals/") && path.endsWith(".wav")) ?? "";
  expect(await readFile(`${bag}/${original}`)).toEqual(sound);
  const incidents = await readFile(`${bag}/data/incidents.json`, "utf8");
  for (const words of ["I will find you on Thursday.", "I will find you on Friday."])
    expect(incidents).toContain(words);
  expectEachCall(pdfText(await readFile(`${bag}/data/report.pdf`)));
}

/** Every file changed and removed, and one added wherever somebody might add one. */
async function expectNothingUnnoticed(bag: string) {
  const files = await filesOf(bag);
  const changes = files.flatMap((path) =>
    changesOf(path).filter(({ title }) => /(middle byte changed|removed)$/.test(title)),
  );
  expect(changes).toHaveLength(2 * files.length);
  expect(await unnoticed(bag, [...changes, ...additions])).toEqual([]);
}
