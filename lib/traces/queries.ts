import type { OpenCase } from "@/lib/cases/case";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { findEvidence } from "@/lib/evidence/queries";
import { stateOfReading } from "@/lib/evidence/reading";
import { db, type Transaction } from "@/lib/platform/db";
import { type EvidenceFileId, type IncidentId, isId, type TraceId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import type { Call } from "@/lib/sip/call";
import { joinedCalls } from "@/lib/sip/joined-calls";
import type { Trace as TraceRow } from "@/prisma/generated/client";
import { type ExaminedCall, examineCall } from "./examine-call";
import { type IndexLine, type PartKind, partContext } from "./part";
import { noSettings, settingsContext, type TraceSettings } from "./settings";
import type { ReadingEnd, Trace } from "./trace";
import { traceContext } from "./trace-context";

/** The traces of a case, newest first. */
export async function listTraces(opened: OpenCase, now: Date, client: Transaction = db()): Promise<Trace[]> {
  const rows = await client.trace.findMany({
    where: { caseId: opened.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => openTrace(opened, row, now));
}

/** One trace; nothing when it is not of this case. */
export async function findTrace(
  opened: OpenCase,
  traceId: string,
  now: Date,
  client: Transaction = db(),
): Promise<Trace | undefined> {
  if (!isId(traceId)) return undefined;
  const row = await client.trace.findFirst({ where: { id: traceId, caseId: opened.id } });
  return row ? openTrace(opened, row, now) : undefined;
}

/** The lines of a trace's list of calls, in the order in which the calls began. */
export async function listTraceCalls(
  opened: OpenCase,
  trace: Pick<Trace, "id">,
  client: Transaction = db(),
): Promise<IndexLine[]> {
  const rows = await client.tracePart.findMany({
    where: { traceId: trace.id, kind: "index", trace: { caseId: opened.id } },
    orderBy: { ordinal: "asc" },
  });
  const lines = rows.flatMap((row) => openPart<IndexLine>(opened, { ...row, kind: "index" }));
  return lines.sort((one, other) => one.summary.number - other.summary.number);
}

/** Calls of a trace by their numbers, in the order asked for; a number that the trace does not have is left out. */
export async function findTraceCalls(
  opened: OpenCase,
  {
    trace,
    lines,
    numbers,
  }: { trace: Pick<Trace, "id">; lines: readonly IndexLine[]; numbers: readonly number[] },
  client: Transaction = db(),
): Promise<Call[]> {
  const wanted = new Set(numbers);
  const parts = new Set(lines.filter(({ summary }) => wanted.has(summary.number)).map(({ part }) => part));
  const rows = await client.tracePart.findMany({
    where: { traceId: trace.id, kind: "calls", ordinal: { in: [...parts] }, trace: { caseId: opened.id } },
  });
  const calls = rows.flatMap((row) => openPart<Call>(opened, { ...row, kind: "calls" }));
  return numbers.flatMap((number) => calls.find((call) => call.number === number) ?? []);
}

/** One call of a trace followed by its other legs; nothing when the trace has no call of that number. */
export async function findCallWithLegs(
  opened: OpenCase,
  { trace, lines, number }: { trace: Pick<Trace, "id">; lines: readonly IndexLine[]; number: number },
  client: Transaction = db(),
): Promise<[Call, ...Call[]] | undefined> {
  const legsOf = new Map(
    lines.map(({ summary }) => [summary.number, summary.legs.map((call) => ({ call }))]),
  );
  const numbers = joinedCalls(number, (call) => legsOf.get(call) ?? []);
  const [call, ...legs] = await findTraceCalls(opened, { trace, lines, numbers }, client);
  return call && [call, ...legs];
}

/** A call of a trace with all that is told of it, and the file it was found in. */
export type FoundCall = ExaminedCall & { trace: Trace; file: EvidenceFile; line: IndexLine };

/** Finds and examines one call; nothing when the trace is not of this case, is not read yet, or has no such call. */
export async function examineTraceCall(
  opened: OpenCase,
  { traceId, number }: { traceId: string; number: number },
  now: Date,
  client: Transaction = db(),
): Promise<FoundCall | undefined> {
  const trace = await findTrace(opened, traceId, now, client);
  const file = trace && (await findEvidence(opened, trace.fileId, client));
  if (!trace || !file) return undefined;
  const lines = await listTraceCalls(opened, trace, client);
  const line = lines.find(({ summary }) => summary.number === number);
  const calls = await findCallWithLegs(opened, { trace, lines, number }, client);
  if (!calls || !line) return undefined;
  const settings = await readTraceSettings(opened, trace, client);
  const registrations = await findRegistrations(opened, { trace, lines }, client);
  return { trace, file, line, ...(await examineCall({ calls, settings, registrations })) };
}

/** Registrations read for the address of a name; one is enough, and a scanner makes thousands. */
const REGISTRATIONS_READ = 50;

function findRegistrations(
  opened: OpenCase,
  { trace, lines }: { trace: Trace; lines: readonly IndexLine[] },
  client: Transaction,
): Promise<Call[]> {
  const numbers = lines
    .filter(({ summary }) => summary.kind === "registration")
    .map(({ summary }) => summary.number)
    .slice(0, REGISTRATIONS_READ);
  return numbers.length > 0 ? findTraceCalls(opened, { trace, lines, numbers }, client) : Promise.resolve([]);
}

/** A call of a trace that the person said is one of her logged calls, with all that is told of it. */
export type MatchedCall = FoundCall & { incidentId: IncidentId };

/** The most matched calls that a report tells of. */
export const MATCHED_CALLS = 100;

/** Every matched call of the case, examined; at most `MATCHED_CALLS`. */
export async function listMatchedCalls(
  opened: OpenCase,
  now: Date,
  client: Transaction = db(),
): Promise<MatchedCall[]> {
  const matched: MatchedCall[] = [];
  for (const { traceId, call, incidentId } of (await listMatches(opened, undefined, client)).slice(
    0,
    MATCHED_CALLS,
  )) {
    const found = await examineTraceCall(opened, { traceId, number: call }, now, client);
    if (found) matched.push({ ...found, incidentId });
  }
  return matched;
}

/** What the person last said of a trace. */
export async function readTraceSettings(
  opened: OpenCase,
  trace: Pick<Trace, "id">,
  client: Transaction = db(),
): Promise<TraceSettings> {
  const row = await client.traceSettings.findFirst({
    where: { traceId: trace.id, trace: { caseId: opened.id } },
    orderBy: { version: "desc" },
  });
  if (!row) return noSettings;
  return openJson<TraceSettings>(opened.key, row.sealed, settingsContext(row.traceId, row.version));
}

/** A call of a trace that the person said is one of her logged calls. */
export type TraceMatch = { traceId: TraceId; call: number; incidentId: IncidentId; confirmedAt: Date };

/** What the person has matched, over the whole case or in one trace. */
export async function listMatches(
  opened: OpenCase,
  trace?: Pick<Trace, "id">,
  client: Transaction = db(),
): Promise<TraceMatch[]> {
  const rows = await client.traceMatch.findMany({
    where: { trace: { caseId: opened.id, ...(trace && { id: trace.id }) } },
    orderBy: [{ traceId: "asc" }, { call: "asc" }, { confirmedAt: "asc" }],
  });
  return rows as TraceMatch[];
}

function openTrace(opened: OpenCase, row: TraceRow, now: Date): Trace {
  const state = stateOfReading(row, now);
  const hasEnded = row.sealed !== null && (state === "read" || state === "failed");
  return {
    id: row.id as TraceId,
    fileId: row.fileId as EvidenceFileId,
    createdAt: row.createdAt,
    state,
    readBytes: Number(row.readBytes),
    messages: row.messages,
    calls: row.calls,
    ...(hasEnded && openJson<ReadingEnd>(opened.key, row.sealed ?? new Uint8Array(), traceContext(row.id))),
  };
}

type PartRow = { traceId: string; kind: PartKind; ordinal: number; sealed: Uint8Array };

function openPart<Item>(opened: OpenCase, { traceId, kind, ordinal, sealed }: PartRow): Item[] {
  return openJson<Item[]>(opened.key, sealed, partContext(traceId, kind, ordinal));
}
