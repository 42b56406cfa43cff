// Whether two captures hold the same call, from the plan to Theo's reading.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { flowCapture } from "@/lib/call-tracking/simulation/flow-capture";
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import { sendThrough } from "@/lib/call-tracking/simulation/send-through";
import { PARTNER_PORT, simulateTwoCaptures } from "@/lib/call-tracking/simulation/two-captures";
import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createPacketReader } from "@/lib/captures/packet-reader";
import {
  addCapture,
  captureFile,
  compareCaptures,
  keepWatermark,
  logCall,
  makeLink,
  signUp,
  startCase,
} from "./mara";
import { pdfText } from "./pdf-text";
import { bytesBehind, openLink } from "./theo";

const startedAt = new Date("2026-03-02T22:15:00Z");

async function openBrowser(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage();
}

/** All flows of a capture, by the port they go to. */
function flowsOf(bytes: Uint8Array): Map<number, PacketFlow> {
  const collector = createFlowCollector("all");
  const reader = createPacketReader(collector.sink);
  reader.push(bytes);
  reader.end();
  return new Map(collector.end().flows.map((flow) => [flow.summary.destination.port, flow]));
}

/** The far capture with the marked call's packets in place of its partner's, as a relay would pass them on. */
function behindRelay(marked: Uint8Array, far: Uint8Array): Uint8Array {
  const [sent] = flowsOf(marked).values();
  const others = flowsOf(far);
  const partner = others.get(PARTNER_PORT);
  if (!sent || !partner) throw new Error("The simulated captures lack their flows");
  const path = { delayMs: 140, jitterMs: 5, keepsOrder: true, hidesHeaders: true, driftPpm: 50 };
  const relayed = sendThrough({ ...sent, summary: { ...partner.summary } }, path, seededRandom(7));
  return flowCapture([...others.values()].map((flow) => (flow === partner ? relayed : flow)));
}

/** Lets the app put a watermark into the one flow of a capture; gives the marked file. */
async function mark(page: Page, caseId: string, ids: { watermarkId: string; captureId: string }) {
  const watermark = `/cases/${caseId}/tracking/watermarks/${ids.watermarkId}`;
  await page.goto(watermark);
  await page.locator(`[name="captureId"][value="${ids.captureId}"]`).check();
  await page.locator("#mark-capture form button").click();
  await page.waitForURL(/capture=/);
  const download = page.waitForEvent("download");
  await page.locator("#mark-capture form button").click();
  const file = await (await download).createReadStream();
  return Buffer.concat(await file.toArray());
}

for (const hasScripts of [true, false])
  test(`a marked call is found again behind a relay among other calls, ${hasScripts ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const mara = await openBrowser(browser, hasScripts);
    await signUp(mara, "Mara");
    const caseId = await startCase(mara, { zone: "Europe/London" });
    const watermarkId = await keepWatermark(mara, caseId);
    const { near, far } = simulateTwoCaptures({ startedAt });
    const plain = await addCapture(mara, caseId, captureFile(near, "plain.pcap"));
    const marked = await mark(mara, caseId, { watermarkId, captureId: plain });
    expect(marked.length).toBe(near.length);
    expect(marked.equals(near)).toBe(false);
    const first = await addCapture(mara, caseId, captureFile(marked, "marked.pcap"));
    const second = await addCapture(
      mara,
      caseId,
      captureFile(behindRelay(marked, far), "behind-the-relay.pcap"),
    );
    await compareCaptures(mara, caseId, { first, second, watermarkId });
    const main = mara.locator("main");
    await expect(main.locator(".lead").first()).toContainText(/found/i);
    await expect(main).not.toContainText(/the caller is/i);
    const rows = main.locator("table tbody tr", { hasText: "203.0.113.80" });
    await expect(rows.first()).toContainText(String(PARTNER_PORT));
    await expect(rows.first()).toContainText("Watermark found");
    await expect(rows.nth(1)).toContainText("Watermark not found");

    const alone = await compareCaptures(mara, caseId, { second, watermarkId });
    await expect(main.locator(".lead").first()).toContainText(/found/i);
    expect(alone).toMatch(/^[0-9a-f-]{36}$/);

    const other = await keepWatermark(mara, caseId);
    await compareCaptures(mara, caseId, { second, watermarkId: other });
    await expect(main).not.toContainText("Watermark found");
  });

test("timing alone is never called more than compatible, and the answer goes to print and to the investigator", async ({
  browser,
}) => {
  test.slow();
  const mara = await openBrowser(browser);
  await signUp(mara, "Mara");
  const caseId = await startCase(mara, { zone: "Europe/London" });
  await logCall(mara, caseId);
  const { near, far } = simulateTwoCaptures({ startedAt });
  const first = await addCapture(mara, caseId, captureFile(near, "near.pcap"));
  const second = await addCapture(mara, caseId, captureFile(far, "far.pcap"));
  const comparisonId = await compareCaptures(mara, caseId, { first, second });
  await expect(mara.locator("main")).not.toContainText("Watermark found");
  const answer = await mara.locator("main .lead").first().innerText();
  const page = `tracking/comparisons/${comparisonId}`;
  const pdf = await bytesBehind(mara, `/cases/${caseId}/${page}/pdf`);
  const again = await bytesBehind(mara, `/cases/${caseId}/${page}/pdf`);
  expect(again.equals(pdf)).toBe(true);
  const printed = pdfText(pdf);
  if (printed !== undefined) expect(printed).toContain("near.pcap");

  const link = await makeLink(mara, caseId);
  const theo = await openBrowser(browser, false);
  await openLink(theo, link, { hasScripts: false });
  await theo.locator('main a[href$="/tracking"]').click();
  await theo.locator(`main a[href$="${page}"]`).click();
  await expect(theo.locator("main")).toContainText("far.pcap");
  await expect(theo.locator("main .lead").first()).toHaveText(answer);
  expect((await bytesBehind(theo, `/s/${link.linkId}/${page}/pdf`)).equals(pdf)).toBe(true);
  await theo.goto(`/s/${link.linkId}/tracking/planner`);
  await theo.locator('[name="callSeconds"]').fill("30");
  await theo.locator("main form button").click();
  await expect(theo.locator("#plan .lead")).toContainText("30 seconds");
});

test("bad captures get a clear answer and no false match", async ({ page }) => {
  test.slow();
  await signUp(page, "Mara");
  const caseId = await startCase(page);
  const watermarkId = await keepWatermark(page, caseId);
  const { near } = simulateTwoCaptures({ startedAt });
  const [flow] = flowsOf(near).values();
  if (!flow) throw new Error("The simulated capture lacks its flow");
  const short = { ...flow, at: flow.at.slice(0, 90), bytes: flow.bytes.slice(0, 90) };
  const hours = { ...flow, at: flow.at.map((at) => at + 5 * 3_600_000_000) };
  const first = await addCapture(page, caseId, captureFile(near, "near.pcap"));
  const main = page.locator("main");

  const tooShort = await addCapture(page, caseId, captureFile(flowCapture([short]), "short.pcap"));
  await compareCaptures(page, caseId, { second: tooShort, watermarkId });
  await expect(main).toContainText(/90/);
  await expect(main).not.toContainText("Watermark found");

  const copy = await addCapture(page, caseId, captureFile(near, "copy.pcap"));
  await compareCaptures(page, caseId, { first, second: copy });
  await expect(main).toContainText(/same file/i);

  const later = await addCapture(page, caseId, captureFile(flowCapture([hours]), "later.pcap"));
  await compareCaptures(page, caseId, { first, second: later });
  await expect(main).not.toContainText(/^Compatible$/);

  await page.goto(`/cases/${caseId}/tracking`);
  await page.locator("#file").setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("He rang three times."),
  });
  await page.locator("#capture-upload button[type=submit]").click();
  await page.waitForURL(/fault=NOT_A_CAPTURE/);
  await expect(page.locator("#file-error")).toBeVisible();
});
