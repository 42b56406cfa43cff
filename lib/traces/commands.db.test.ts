import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { contentAt } from "@/lib/incidents/build-incident";
import { logIncident } from "@/lib/incidents/commands";
import { db } from "@/lib/platform/db";
import { newId, type TraceId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { ASSERTED_NUMBER, CLAIMED_NUMBER, forgedCall } from "@/lib/sip/scenario/forged-call";
import { scenarioCapture } from "@/lib/sip/scenario/scenario-capture";
import { addTrace } from "./commands/add-trace";
import { changeTraceSettings } from "./commands/change-settings";
import { matchCall, unmatchCall } from "./commands/match-call";
import { type ReadTrace, readTrace } from "./commands/read-trace";
import {
  examineTraceCall,
  findTrace,
  listMatchedCalls,
  listTraceCalls,
  listTraces,
  readTraceSettings,
} from "./queries";
import { readHere } from "./read-here";
import { addCapture, readTraceOf, traceOf } from "./test-trace";

useDatabase();

const forged = scenarioCapture(forgedCall());

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

const clock = () => NOW;
const partsOf = (traceId: TraceId) => db().tracePart.findMany({ where: { traceId } });
const actions = async () =>
  (await readAuditPage(opened, { size: 50 }))
    .map(({ event }) => event.action)
    .filter((one) => one.startsWith("trace"));

describe("reading a trace", () => {
  test("a capture's calls can be listed and opened again, message for message", async () => {
    const traceId = await readTraceOf(opened, forged);
    const trace = await findTrace(opened, traceId, NOW);
    expect(trace).toMatchObject({ state: "read", calls: 1, messages: forgedCall().length });
    const lines = await listTraceCalls(opened, { id: traceId });
    expect(lines.map(({ summary }) => summary.number)).toEqual([1]);
    const found = await examineTraceCall(opened, { traceId, number: 1 }, NOW);
    expect(found?.call.messages.map(({ text }) => text)).toEqual(forgedCall().map(({ text }) => text));
    expect(await actions()).toEqual(["trace.read"]);
  });

  test("the forged number is told from the one that the network gave", async () => {
    const traceId = await readTraceOf(opened, forged);
    const found = await examineTraceCall(opened, { traceId, number: 1 }, NOW);
    expect(found?.verdict).toMatchObject({ result: "contradicted", claimed: CLAIMED_NUMBER });
    expect(found?.verdict.identities.map(({ number }) => number)).toContain(ASSERTED_NUMBER);
    const [line] = await listTraceCalls(opened, { id: traceId });
    expect(line?.result).toMatchObject({ result: "contradicted", hasContradiction: true });
  });

  test("several hundred calls come back whole and in their order", async () => {
    const calls = Array.from({ length: 450 }, (_, index) =>
      callScenario({
        callId: `call-${index}@example.com`,
        startedAt: 1_772_000_000_000_000 + index * 60_000_000,
      }),
    );
    const traceId = await readTraceOf(opened, scenarioCapture(calls.flat()));
    const lines = await listTraceCalls(opened, { id: traceId });
    expect(lines.map(({ summary }) => summary.number)).toEqual(calls.map((_, index) => index + 1));
    const found = await examineTraceCall(opened, { traceId, number: 450 }, NOW);
    expect(found?.call.callId).toBe("call-449@example.com");
    expect(new Set((await partsOf(traceId)).map(({ kind }) => kind))).toEqual(new Set(["calls", "index"]));
  });

  test("nothing of a call stands in its rows in clear", async () => {
    const traceId = await readTraceOf(opened, forged);
    const row = await db().trace.findUniqueOrThrow({ where: { id: traceId } });
    const sealed = [row.sealed, ...(await partsOf(traceId)).map((part) => part.sealed)];
    const stored = sealed.map((bytes) => Buffer.from(bytes ?? []).toString("latin1")).join();
    for (const word of [CLAIMED_NUMBER, "INVITE", "Call-ID", "example.com"])
      expect(stored).not.toContain(word);
  });

  test("a part that was moved or changed does not open", async () => {
    const traceId = await readTraceOf(opened, forged);
    await tamperWith("TracePart", `UPDATE "TracePart" SET "ordinal" = 7 WHERE "traceId" = '${traceId}'`);
    await expect(listTraceCalls(opened, { id: traceId })).rejects.toThrow(/sealed row/);
  });

  test("a file is one trace however often it is asked for, and read once", async () => {
    const fileId = await addCapture(opened, forged);
    const [one, other] = await Promise.all([addTrace(opened, fileId, NOW), addTrace(opened, fileId, NOW)]);
    expect(one).toEqual(other);
    const traceId = (one as { value: TraceId }).value;
    const readings = [1, 2, 3].map(() => readTrace(opened, { traceId, read: readHere, clock }));
    expect((await Promise.all(readings)).toSorted()).toEqual([false, false, true]);
    expect(await readTrace(opened, { traceId, read: readHere, clock })).toBe(false);
    expect(await actions()).toEqual(["trace.read"]);
  });

  test("a reading that stopped half-way is read again from the beginning", async () => {
    const traceId = await traceOf(opened, forged);
    const broken: ReadTrace = async (input, listener) => {
      await readHere(input, listener);
      throw new Error("the server was killed");
    };
    await expect(readTrace(opened, { traceId, read: broken, clock })).rejects.toThrow(/killed/);
    expect((await findTrace(opened, traceId, NOW))?.state).toBe("reading");
    expect(await readTrace(opened, { traceId, read: readHere, clock })).toBe(false);
    const later = minutesLater(1);
    expect((await findTrace(opened, traceId, later))?.state).toBe("stopped");
    expect(await readTrace(opened, { traceId, read: readHere, clock: () => later })).toBe(true);
    expect(await listTraceCalls(opened, { id: traceId })).toHaveLength(1);
  });

  test("a reading that fails says why, and may be tried again", async () => {
    const traceId = await traceOf(opened, forged);
    await readTrace(opened, { traceId, read: async () => ({ fault: "MEMORY" }), clock });
    expect(await findTrace(opened, traceId, NOW)).toMatchObject({ state: "failed", fault: "MEMORY" });
    expect(await actions()).toEqual([]);
    expect(await readTrace(opened, { traceId, read: readHere, clock })).toBe(true);
    expect(await findTrace(opened, traceId, NOW)).toMatchObject({ state: "read" });
  });

  test("a trace is read only together with its audit event", async () => {
    const traceId = await traceOf(opened, forged);
    const reading = whileWritingFails("AuditEvent", () =>
      readTrace(opened, { traceId, read: readHere, clock }),
    );
    await expect(reading).rejects.toThrow();
    expect((await findTrace(opened, traceId, NOW))?.state).toBe("reading");
  });

  test("a file that is no capture is a trace without calls", async () => {
    const traceId = await readTraceOf(
      opened,
      Buffer.from("He rang three times and said nothing."),
      "notes.txt",
    );
    expect(await findTrace(opened, traceId, NOW)).toMatchObject({ state: "read", calls: 0, messages: 0 });
  });
});

describe("whose traces they are", () => {
  test("another's file, trace or call is not found", async () => {
    const fileId = await addCapture(opened, forged);
    const traceId = await readTraceOf(opened, forged);
    expect(await addTrace(ines, fileId, NOW)).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await findTrace(ines, traceId, NOW)).toBeUndefined();
    expect(await listTraces(ines, NOW)).toEqual([]);
    expect(await listTraceCalls(ines, { id: traceId })).toEqual([]);
    expect(await examineTraceCall(ines, { traceId, number: 1 }, NOW)).toBeUndefined();
    const unread = await addTrace(opened, fileId, NOW);
    if (!unread.ok) return expect.fail(unread.code);
    expect(await readTrace(ines, { traceId: unread.value, read: readHere, clock })).toBe(false);
  });

  test.each([["no id"], [newId()]])("the trace %s is not found", async (id) => {
    expect(await findTrace(opened, id, NOW)).toBeUndefined();
  });

  test("what the person said of a trace stays, version by version", async () => {
    const traceId = await readTraceOf(opened, forged);
    const settings = { providerHosts: ["198.51.100.20"], certificates: [] };
    expect(await readTraceSettings(opened, { id: traceId })).toEqual({ providerHosts: [], certificates: [] });
    await Promise.all([
      changeTraceSettings(opened, { traceId, settings }, NOW),
      changeTraceSettings(opened, { traceId, settings }, NOW),
    ]);
    expect(await readTraceSettings(opened, { id: traceId })).toEqual(settings);
    expect(await db().traceSettings.count({ where: { traceId } })).toBe(2);
    await expect(
      db().traceSettings.updateMany({ where: { traceId }, data: { version: 9 } }),
    ).rejects.toThrow();
    await expect(db().traceSettings.deleteMany({ where: { traceId } })).rejects.toThrow();
    await expect(db().trace.deleteMany({ where: { id: traceId } })).rejects.toThrow();
  });
});

describe("which logged call it was", () => {
  async function loggedCall(to = opened): Promise<string> {
    const logged = await logIncident(
      to,
      { content: contentAt("2026-03-02T22:15:00Z"), formKey: newId() },
      NOW,
    );
    return logged;
  }

  test("the person's word is kept once, and can be taken back", async () => {
    const traceId = await readTraceOf(opened, forged);
    const match = { traceId, call: 1, incidentId: await loggedCall() };
    expect(await matchCall(opened, match, NOW)).toBe(true);
    expect(await matchCall(opened, match, NOW)).toBe(true);
    const [matched, ...rest] = await listMatchedCalls(opened, NOW);
    expect(rest).toEqual([]);
    expect(matched).toMatchObject({ incidentId: match.incidentId, verdict: { result: "contradicted" } });
    expect(await unmatchCall(opened, match, NOW)).toBe(true);
    expect(await listMatchedCalls(opened, NOW)).toEqual([]);
    expect((await actions()).toSorted()).toEqual(["trace.matched", "trace.read", "trace.unmatched"]);
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
  });

  test("a call that the trace does not have, or another's logged call, is refused", async () => {
    const traceId = await readTraceOf(opened, forged);
    const incidentId = await loggedCall();
    const theirs = await loggedCall(ines);
    expect(await matchCall(opened, { traceId, call: 2, incidentId }, NOW)).toBe(false);
    expect(await matchCall(opened, { traceId, call: 1, incidentId: theirs }, NOW)).toBe(false);
    expect(await matchCall(ines, { traceId, call: 1, incidentId: theirs }, NOW)).toBe(false);
    expect(await db().traceMatch.count({ where: { traceId } })).toBe(0);
  });
});
