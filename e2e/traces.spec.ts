// What a capture says about the caller, from Mara's upload to Theo's reading.
import { existsSync, readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { CLAIMED_NUMBER, forgedCall } from "@/lib/sip/scenario/forged-call";
import { scenarioCapture } from "@/lib/sip/scenario/scenario-capture";
import type { ScenarioMessage } from "@/lib/sip/scenario/script";
import {
  addTrace,
  attachFile,
  callAt,
  fill,
  type GivenFile,
  logCall,
  makeLink,
  makeReport,
  send,
  signUp,
  startCase,
} from "./mara";
import { pdfText } from "./pdf-text";
import { bytesBehind, openLink } from "./theo";

const samples = new URL("../../shared/samples/", import.meta.url);

const startedAt = Date.UTC(2026, 2, 2, 22, 15) * 1_000;

function captureOf(messages: readonly ScenarioMessage[], name = "call.pcap"): GivenFile {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(scenarioCapture(messages)) };
}

function sample(path: string): GivenFile {
  const buffer = readFileSync(new URL(path, samples));
  return { name: path.split("/").at(-1) ?? "", mimeType: "application/octet-stream", buffer };
}

async function openBrowser(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage();
}

/** A case of a new Mara's, and the trace of a capture in it, opened at its first call. */
async function traced(page: Page, file: GivenFile): Promise<{ caseId: string; traceId: string }> {
  await signUp(page, "Mara");
  const caseId = await startCase(page);
  const traceId = await addTrace(page, caseId, file);
  await page.goto(`/cases/${caseId}/traces/${traceId}/calls/1`);
  return { caseId, traceId };
}

const verdict = (page: Page) => page.locator("main section.verdict");
const arrows = (page: Page) => page.locator("main figure.ladder svg a");
const ladderRows = (page: Page) => page.locator("main figure.ladder table tbody tr");

for (const hasScripts of [true, false])
  test(`a forged number is told from the one that the network gave, ${hasScripts ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const mara = await openBrowser(browser, hasScripts);
    await traced(mara, captureOf(forgedCall()));
    await expect(verdict(mara).locator(".lead")).toContainText(CLAIMED_NUMBER);
    await expect(verdict(mara)).toContainText("+12025550143");
    await expect(verdict(mara)).toContainText("may belong to an innocent person");
    await expect(verdict(mara)).not.toContainText(/the caller is/i);
    expect(await arrows(mara).count()).toBe(forgedCall().length);
    expect(await ladderRows(mara).count()).toBe(forgedCall().length);
    await arrows(mara).first().click();
    await expect(mara).toHaveURL(/#message-1$/);
    await expect(mara.locator("#message-1")).toBeVisible();
    await expect(mara.locator("#message-1")).toContainText("INVITE sip:");
  });

test("a clean call raises no alarm", async ({ page }) => {
  await traced(page, captureOf(callScenario()));
  await expect(verdict(page)).not.toContainText(/forged|spoof|warning|danger/i);
  await expect(page.locator("main")).not.toContainText(/do not agree|contradicts each other/i);
});

test("what Mara's provider said counts once she names its server, and she can take that back", async ({
  page,
}) => {
  const { caseId, traceId } = await traced(page, captureOf(forgedCall()));
  const before = await verdict(page).innerText();
  const trace = `/cases/${caseId}/traces/${traceId}`;
  await page.goto(trace);
  await fill(page, { providerHosts: "198.51.100.5" });
  await page
    .locator("main form", { has: page.locator("#providerHosts") })
    .locator("button")
    .click();
  await page.waitForURL(/done=hosts/);
  await page.goto(`${trace}/calls/1`);
  expect(await verdict(page).innerText()).not.toBe(before);
  await page.goto(trace);
  await fill(page, { providerHosts: "my provider" });
  await page
    .locator("main form", { has: page.locator("#providerHosts") })
    .locator("button")
    .click();
  await expect(page.locator("main .error-summary")).toContainText("192.0.2.10");
  await expect(page.locator("#providerHosts")).toHaveValue("my provider");
});

test("a call of the trace is matched to the logged call, and goes into report and link", async ({
  browser,
}) => {
  test.slow();
  const mara = await openBrowser(browser);
  await signUp(mara, "Mara");
  const caseId = await startCase(mara, { zone: "Europe/London" });
  await logCall(mara, caseId, callAt("10:15 pm", { shownNumber: CLAIMED_NUMBER }));
  const traceId = await addTrace(mara, caseId, captureOf(forgedCall({ startedAt })));
  const call = `/traces/${traceId}/calls/1`;
  await mara.goto(`/cases/${caseId}${call}`);
  await expect(mara.locator("#match")).toContainText("2 March 2026");
  await mara.locator("#match form button").first().click();
  await mara.waitForURL(/done=match/);
  const reportId = await makeReport(mara, caseId);
  const report = pdfText(await bytesBehind(mara, `/cases/${caseId}/reports/${reportId}/pdf`));
  if (report !== undefined) {
    expect(report).toContain("Annex: network traces");
    expect(report).toContain("+12025550143");
  }
  const link = await makeLink(mara, caseId);
  const theo = await openBrowser(browser);
  await openLink(theo, link, { hasScripts: true });
  await theo.locator(`main a[href$="/traces/${traceId}"]`).click();
  await theo.locator(`main a[href$="${call}"]`).first().click();
  await expect(verdict(theo).locator(".lead")).toContainText(CLAIMED_NUMBER);
  expect(await arrows(theo).count()).toBe(forgedCall().length);
  await expect(theo.locator("main form")).toHaveCount(0);
});

test("a long list is searched without the number standing in the address", async ({ page }) => {
  test.slow();
  const calls = Array.from({ length: 300 }, (_, index) =>
    index === 200
      ? forgedCall({ startedAt: startedAt + index * 60_000_000, callId: "the-one@example.com" })
      : callScenario({ startedAt: startedAt + index * 60_000_000, callId: `call-${index}@example.com` }),
  );
  const { caseId, traceId } = await traced(page, captureOf(calls.flat(), "evening.pcap"));
  await page.goto(`/cases/${caseId}/traces/${traceId}`);
  await expect(page.locator("main tbody a[href*='/calls/']")).toHaveCount(50);
  await fill(page, { text: CLAIMED_NUMBER });
  await page
    .locator("main form", { has: page.locator("[name=text]") })
    .locator("button")
    .click();
  await page.waitForURL(/find=/);
  expect(page.url()).not.toContain("2025550110");
  await expect(page.locator("main tbody a[href*='/calls/']")).toHaveCount(1);
  await expect(page.locator("[name=text]")).toHaveValue(CLAIMED_NUMBER);
});

test("a file without SIP says nothing about a caller, and a sound is kept as evidence only", async ({
  page,
}) => {
  await signUp(page, "Mara");
  const caseId = await startCase(page);
  const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("He rang three times.") };
  await addTrace(page, caseId, notes);
  await expect(page.locator("main")).toContainText("no SIP messages");
  await page.goto(`/cases/${caseId}/traces`);
  const sound = readFileSync(new URL("../lib/example-case/voicemail.wav", import.meta.url));
  await page.locator("#file").setInputFiles({ name: "voicemail.wav", mimeType: "audio/wav", buffer: sound });
  await page.locator("#trace-upload button[type=submit]").click();
  await page.waitForURL(/fault=NOT_A_TRACE/);
  await expect(page.locator("main")).toContainText("kept as evidence");
});

test("a capture among the files is read with one button", async ({ page }) => {
  await signUp(page, "Mara");
  const caseId = await startCase(page);
  await attachFile(page, { caseId }, captureOf(callScenario()));
  await page.goto(`/cases/${caseId}/traces`);
  await send(page, `/cases/${caseId}/traces/*`);
});

const real: [file: string, arrows: number, ...said: RegExp[]][] = [
  ["made/01-plain.pcap", 6, /Only the caller’s own device said so/],
  ["made/03-spoofed-from-pai.pcap", 13, /\+911/, /\+15550109999/],
  ["made/10-blind-transfer.pcap", 18, /alice@example\.test/],
];

test.describe("real captures", () => {
  test.skip(!existsSync(samples), "The folder with real captures is not beside the project");
  for (const [file, messages, ...said] of real)
    test(`${file} shows its ladder, its table and its result`, async ({ page }) => {
      await traced(page, sample(file));
      for (const words of said) await expect(verdict(page)).toContainText(words);
      expect(await arrows(page).count()).toBe(messages);
      expect(await ladderRows(page).count()).toBe(messages);
    });

  test("a signed call is verified once the certificates of its signer are there", async ({ page }) => {
    const { caseId, traceId } = await traced(page, sample("made/14-stir-shaken-A.pcap"));
    await expect(verdict(page).locator(".lead")).not.toContainText(/signed by a phone company/i);
    const trace = `/cases/${caseId}/traces/${traceId}`;
    await page.goto(trace);
    const pem = ["passport/ca.pem", "passport/sp.pem"].map((path) =>
      readFileSync(new URL(path, samples), "utf8"),
    );
    await fill(page, { pem: pem.join("\n") });
    await page
      .locator("main form", { has: page.locator("[name=pem]") })
      .locator("button")
      .click();
    await page.waitForURL(/done=certificates/);
    await page.goto(`${trace}/calls/1`);
    await expect(page.locator("main")).toContainText("709J");
  });
});
