import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { findEvidence } from "@/lib/evidence/queries";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { whileWritingFails } from "@/lib/platform/test-tampering";
import { addCapture as addFile } from "@/lib/traces/test-trace";
import { addCapture } from "./commands/add-capture";
import { beginComparison } from "./commands/begin-comparison";
import { keepWatermark } from "./commands/keep-watermark";
import { listFlows } from "./commands/list-flows";
import { runComparison } from "./commands/run-comparison";
import { compareHere, listFlowsHere } from "./do-task";
import {
  findCapture,
  findComparison,
  findFinishedComparison,
  findWatermark,
  listCaptures,
  listComparisons,
  listWatermarks,
} from "./queries";
import { halfMinuteMark, PARTNER_PORT, simulateTwoCaptures } from "./simulation/two-captures";
import { begun, compared, listedCapture, requestOf, twoCaptures } from "./test-comparisons";

useDatabase();

const clock = () => NOW;
const { near } = simulateTwoCaptures({ startedAt: NOW });

let mara: Person;
let ines: OwnedCase;
let opened: OwnedCase;
beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
});
beforeEach(async () => {
  opened = await newCaseOf(mara.owner);
});

async function actions(): Promise<string[]> {
  const page = await readAuditPage(opened, { size: 50 });
  return page.map(({ event }) => event.action).filter((one) => /^(capture|watermark|comparison)/.test(one));
}

async function resultOf(comparisonId: string) {
  const found = await findFinishedComparison(opened, comparisonId, NOW);
  return (found ?? expect.fail("it should be done")).result;
}

describe("listing the flows of a capture", () => {
  test("keeps them once, with an event, however often it is asked for", async () => {
    const captureId = await listedCapture(opened, near, "near.pcap");
    const capture = await findCapture(opened, captureId, NOW);
    expect(capture).toMatchObject({
      state: "read",
      packets: 1_300,
      listing: { flows: [{ packets: 1_300 }] },
    });
    expect(await listFlows(opened, { captureId, list: listFlowsHere, clock })).toBe(false);
    const again = await addCapture(opened, capture?.fileId ?? "", NOW);
    expect(again).toEqual({ ok: true, value: captureId });
    expect(await actions()).toEqual(["capture.flows-listed"]);
  });

  test("refuses what is no capture, and a file of somebody else's", async () => {
    const text = await addFile(opened, Buffer.from("Dear diary"), "diary.txt");
    expect(await addCapture(opened, text, NOW)).toEqual({ ok: false, code: "NOT_A_CAPTURE" });
    const hers = await addFile(ines, near, "hers.pcap");
    expect(await addCapture(opened, hers, NOW)).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  test("is begun again where it failed, and counts as stopped without a sign of life", async () => {
    const file = await addCapture(opened, await addFile(opened, near, "near.pcap"), NOW);
    const captureId = file.ok ? file.value : expect.fail();
    const fails = async () => ({ fault: "MEMORY" }) as const;
    expect((await findCapture(opened, captureId, NOW))?.state).toBe("waiting");
    await listFlows(opened, { captureId, list: fails, clock });
    expect(await findCapture(opened, captureId, NOW)).toMatchObject({ state: "failed", fault: "MEMORY" });
    const dies = () => Promise.reject(new Error("killed"));
    await expect(listFlows(opened, { captureId, list: dies, clock })).rejects.toThrow("killed");
    expect((await findCapture(opened, captureId, NOW))?.state).toBe("reading");
    expect((await findCapture(opened, captureId, minutesLater(1)))?.state).toBe("stopped");
    const later = () => minutesLater(1);
    expect(await listFlows(opened, { captureId, list: listFlowsHere, clock: later })).toBe(true);
    expect((await findCapture(opened, captureId, NOW))?.state).toBe("read");
  });
});

describe("a watermark", () => {
  test("comes back as it was drawn, once for one form, and no two are alike", async () => {
    const formKey = newId();
    const id = await keepWatermark(opened, { parameters: halfMinuteMark, formKey }, NOW);
    expect(await keepWatermark(opened, { parameters: halfMinuteMark, formKey }, NOW)).toBe(id);
    await keepWatermark(opened, { parameters: halfMinuteMark, formKey: newId() }, NOW);
    const [one, other, ...rest] = await listWatermarks(opened);
    expect(rest).toEqual([]);
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
    const kept = await findWatermark(opened, id);
    expect(kept?.watermark.parameters).toEqual(halfMinuteMark);
    expect(kept?.watermark.key).toHaveLength(32);
    expect(kept?.watermark.word).toHaveLength(24);
    expect(await actions()).toEqual(["watermark.planned", "watermark.planned"]);
  });
});

describe("a comparison", () => {
  test("finds the marked call among the others, and keeps the result as evidence", async () => {
    const comparisonId = await compared(opened, requestOf(await twoCaptures(opened)));
    const comparison = await findComparison(opened, comparisonId, NOW);
    expect(comparison).toMatchObject({
      state: "read",
      outcome: { verdict: { word: "match", candidate: 0 } },
    });
    const result = await resultOf(comparisonId);
    expect(result.candidates.map(({ verdict }) => verdict)).toEqual([
      "match",
      "no-match",
      "no-match",
      "no-match",
    ]);
    expect(result.candidates[0]?.flow.destination.port).toBe(PARTNER_PORT);
    const file = await findEvidence(opened, comparison?.resultId ?? "");
    expect(file).toMatchObject({ kind: "text", name: expect.stringMatching(/^comparison-.*\.json$/) });
    const [made] = (await readAuditPage(opened, { size: 1 })).map(({ event }) => event);
    expect(made).toMatchObject({ action: "comparison.made", subject: comparisonId, sha256: file?.sha256 });
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
  });

  test("of the same inputs gives the same bytes", async () => {
    const captures = await twoCaptures(opened);
    const files = await Promise.all(
      [await compared(opened, requestOf(captures)), await compared(opened, requestOf(captures))].map(
        async (id) => findEvidence(opened, (await findComparison(opened, id, NOW))?.resultId ?? ""),
      ),
    );
    expect(files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(files[1]?.sha256).toBe(files[0]?.sha256);
  });

  test("without the watermark never says more than “compatible”", async () => {
    const { watermarkId: _, ...request } = requestOf(await twoCaptures(opened));
    const { candidates } = await resultOf(await compared(opened, request));
    expect(candidates.map(({ verdict }) => verdict)).not.toContain("match");
    expect(candidates.map(({ verdict }) => verdict)).not.toContain("same-stream");
  });

  test("with another watermark matches nothing", async () => {
    const captures = await twoCaptures(opened);
    const watermarkId = await keepWatermark(opened, { parameters: halfMinuteMark, formKey: newId() }, NOW);
    const { first: _, ...request } = requestOf({ ...captures, watermarkId });
    const result = await resultOf(await compared(opened, request));
    expect(result.verdict.word).toBe("no-match");
  });

  test("is kept once for one form, and refuses captures and watermarks of somebody else's", async () => {
    const request = requestOf(await twoCaptures(opened));
    const formKey = newId();
    const once = await beginComparison(opened, { request, formKey }, NOW);
    expect(await beginComparison(opened, { request, formKey }, NOW)).toEqual(once);
    const hers = await listedCapture(ines, near, "hers.pcap");
    const hersMark = await keepWatermark(ines, { parameters: halfMinuteMark, formKey: newId() }, NOW);
    for (const foreign of [
      { ...request, second: { captureId: hers, flows: "all" as const } },
      { ...request, first: { captureId: hers, flow: "any" } },
      { ...request, watermarkId: hersMark },
    ])
      expect(await beginComparison(opened, { request: foreign, formKey: newId() }, NOW)).toEqual({
        ok: false,
        code: "NOT_FOUND",
      });
  });

  test("that failed tells why and can be run again; a done one is left alone", async () => {
    const comparisonId = await begun(opened, requestOf(await twoCaptures(opened)));
    const fails = async () => ({ fault: "TIME" }) as const;
    await runComparison(opened, { comparisonId, compare: fails, clock });
    expect(await findComparison(opened, comparisonId, NOW)).toMatchObject({ state: "failed", fault: "TIME" });
    expect(await runComparison(opened, { comparisonId, compare: compareHere, clock })).toBe(true);
    expect((await findComparison(opened, comparisonId, NOW))?.state).toBe("read");
    expect(await runComparison(opened, { comparisonId, compare: compareHere, clock })).toBe(false);
  });

  test("is not done when its event cannot be written", async () => {
    const comparisonId = await begun(opened, requestOf(await twoCaptures(opened)));
    const run = () => runComparison(opened, { comparisonId, compare: compareHere, clock });
    await expect(whileWritingFails("AuditEvent", run)).rejects.toThrow();
    expect((await findComparison(opened, comparisonId, NOW))?.resultId).toBeUndefined();
  });
});

test("nobody else's captures, watermarks and comparisons are found", async () => {
  const captures = await twoCaptures(opened);
  const comparisonId = await begun(opened, requestOf(captures));
  const other = await newCaseOf(mara.owner);
  for (const stranger of [ines, other]) {
    expect(await findCapture(stranger, captures.near, NOW)).toBeUndefined();
    expect(await findWatermark(stranger, captures.watermarkId)).toBeUndefined();
    expect(await findComparison(stranger, comparisonId, NOW)).toBeUndefined();
    expect(await runComparison(stranger, { comparisonId, compare: compareHere, clock })).toBe(false);
  }
  expect(await listCaptures(other, NOW)).toEqual([]);
  expect(await listComparisons(other, NOW)).toEqual([]);
  expect(await listWatermarks(other)).toEqual([]);
});
