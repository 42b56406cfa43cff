import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Owner } from "@/lib/account/owner";
import { addCapture } from "@/lib/call-tracking/commands/add-capture";
import { beginComparison } from "@/lib/call-tracking/commands/begin-comparison";
import { keepWatermark } from "@/lib/call-tracking/commands/keep-watermark";
import { listFlows } from "@/lib/call-tracking/commands/list-flows";
import { runComparison } from "@/lib/call-tracking/commands/run-comparison";
import type { ComparisonRequest } from "@/lib/call-tracking/comparison-request";
import { compareHere, listFlowsHere } from "@/lib/call-tracking/do-task";
import { findCapture, findWatermark } from "@/lib/call-tracking/queries";
import { halfMinuteMark, simulateTwoCaptures } from "@/lib/call-tracking/simulation/two-captures";
import type { OwnedCase } from "@/lib/cases/case";
import { createCaseOnce } from "@/lib/cases/commands";
import { openCase } from "@/lib/cases/queries";
import { addEvidence } from "@/lib/evidence/commands";
import { sealPacket } from "@/lib/evidence-packets/commands";
import { amendIncident, logIncident } from "@/lib/incidents/commands";
import { readIncident } from "@/lib/incidents/queries";
import { readIncidentForm } from "@/lib/incidents/read-incident-form";
import { createLetter, finishLetter } from "@/lib/letters/commands";
import { findLetter } from "@/lib/letters/queries";
import { type CaptureId, type CaseId, type IncidentId, newId } from "@/lib/platform/ids";
import { dateIn } from "@/lib/platform/moment";
import { addTrace } from "@/lib/traces/commands/add-trace";
import { changeTraceSettings } from "@/lib/traces/commands/change-settings";
import { matchCall } from "@/lib/traces/commands/match-call";
import { readTrace } from "@/lib/traces/commands/read-trace";
import { readHere } from "@/lib/traces/read-here";
import {
  AMENDED_CALL,
  amendment,
  type ExampleCall,
  exampleCalls,
  TRACED_CALL,
  VOICEMAIL_CALL,
} from "./example-calls";
import { exampleCapture, exampleProviderHost } from "./example-capture";
import { exampleDetails } from "./example-details";
import { fillPlaceholders } from "./fill-placeholders";

/** Makes a case full of made-up calls, with a voicemail, a letter, a report and a packet, and gives its id. */
export async function createExampleCase(
  owner: Owner,
  { formKey }: { formKey: string },
  now: Date,
): Promise<CaseId> {
  const { id, isNew } = await createCaseOnce(
    owner,
    { details: exampleDetails, formKey, isExample: true },
    now,
  );
  if (!isNew) return id;
  const opened = await openCase(owner, id);
  if (!opened) throw new Error("An example case is missing right after it was made");
  const incidents = await logCalls(opened, now);
  await addVoicemail(opened, incidents[VOICEMAIL_CALL], now);
  await addTraceOf(opened, incidents[TRACED_CALL], now);
  await addComparison(opened, incidents[TRACED_CALL], now);
  await writeLetter(opened, now);
  await sealPacket(opened, { formKey: newId() }, now);
  return id;
}

async function logCalls(opened: OwnedCase, now: Date): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for (const call of exampleCalls) {
    ids.push(await logIncident(opened, { content: contentOf(call, now), formKey: newId() }, now));
  }
  const [id, call] = [ids[AMENDED_CALL], exampleCalls[AMENDED_CALL]];
  if (!id || !call) throw new Error("The example's amended call is not in its list");
  const { time, reason, ...values } = amendment;
  const content = contentOf({ ...call, time, values: { ...call.values, ...values } }, now);
  await amendIncident(opened, { id, seenVersion: 1, reason, content }, now);
  return ids;
}

function contentOf({ daysAgo, time, values }: ExampleCall, now: Date) {
  const { zone, country, lines } = exampleDetails;
  const date = dateIn(zone, new Date(now.getTime() - daysAgo * 86_400_000));
  const read = readIncidentForm(
    { ...values, ...date, time, zone },
    {
      now,
      country,
      calledNumbers: lines.map((line) => line.e164 ?? line.number),
    },
  );
  if (!read.ok)
    throw new Error(`An example call is not in order: ${read.errors.map(({ code }) => code).join(", ")}`);
  return read.content;
}

async function addVoicemail(opened: OwnedCase, incidentId: IncidentId | undefined, now: Date): Promise<void> {
  const source = createReadStream(join(process.cwd(), "lib", "example-case", "voicemail.wav"));
  const file = { incidentId, name: "voicemail.wav", declaredType: "audio/wav", source, maxBytes: 1_000_000 };
  const added = await addEvidence(opened, { ...file, note: "Saved from my phone’s voicemail." }, now);
  if (!added.ok) throw new Error(`The example's voicemail was refused: ${added.code}`);
}

/** A capture of one of the calls, as a provider could have made it: read, and matched to the call as logged. */
async function addTraceOf(opened: OwnedCase, incidentId: IncidentId | undefined, now: Date): Promise<void> {
  const history = incidentId && (await readIncident(opened, incidentId));
  if (!history) throw new Error("The example's traced call is not in its list");
  const capture = exampleCapture(new Date(history.incident.content.time.utc));
  const file = { name: "call-1240.pcap", declaredType: "", maxBytes: 1_000_000 };
  const source = Readable.from([Buffer.from(capture)], { objectMode: false });
  const note = "My provider’s fraud team gave me this after my letter.";
  const added = await addEvidence(opened, { ...file, source, note }, now);
  const trace = added.ok ? await addTrace(opened, added.value, now) : added;
  if (!trace.ok) throw new Error(`The example's capture was refused: ${trace.code}`);
  const traceId = trace.value;
  const settings = { providerHosts: [exampleProviderHost], certificates: [] };
  await changeTraceSettings(opened, { traceId, settings }, now);
  await readTrace(opened, { traceId, read: readHere, clock: () => now });
  await matchCall(opened, { traceId, call: 1, incidentId }, now);
}

/** The same call at two places, marked, and a comparison that found it again among other people's calls. */
async function addComparison(
  opened: OwnedCase,
  incidentId: IncidentId | undefined,
  now: Date,
): Promise<void> {
  const history = incidentId && (await readIncident(opened, incidentId));
  const startedAt = new Date(history ? history.incident.content.time.utc : now);
  const kept = { parameters: halfMinuteMark, formKey: newId() };
  const watermarkId = await keepWatermark(opened, kept, now);
  const watermark = (await findWatermark(opened, watermarkId))?.watermark;
  const { near, far } = simulateTwoCaptures({ startedAt, watermark });
  const first = await listedCapture(opened, { name: "at-my-provider.pcap", bytes: near }, now);
  const second = await listedCapture(opened, { name: "behind-the-relay.pcap", bytes: far }, now);
  const [flow] = (await findCapture(opened, first, now))?.listing?.flows ?? [];
  const request: ComparisonRequest = {
    first: { captureId: first, flow: flow?.id ?? "" },
    second: { captureId: second, flows: "all" },
    watermarkId,
    settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
  };
  const begun = await beginComparison(opened, { request, formKey: newId() }, now);
  if (!begun.ok) throw new Error(`The example's comparison was refused: ${begun.code}`);
  await runComparison(opened, { comparisonId: begun.value, compare: compareHere, clock: () => now });
}

async function listedCapture(
  opened: OwnedCase,
  { name, bytes }: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<CaptureId> {
  const source = Readable.from([Buffer.from(bytes)], { objectMode: false });
  const file = { name, declaredType: "", note: "", source, maxBytes: bytes.length };
  const added = await addEvidence(opened, file, now);
  const capture = added.ok ? await addCapture(opened, added.value, now) : added;
  if (!capture.ok) throw new Error(`The example's capture was refused: ${capture.code}`);
  await listFlows(opened, { captureId: capture.value, list: listFlowsHere, clock: () => now });
  return capture.value;
}

async function writeLetter(opened: OwnedCase, now: Date): Promise<void> {
  const drafted = await createLetter(opened, { formKey: newId() }, now);
  const letter = drafted.ok ? await findLetter(opened, drafted.value) : undefined;
  if (!letter) throw new Error("The example's letter was not drafted");
  const input = fillPlaceholders(letter.content);
  const finished = await finishLetter(opened, { id: letter.id, seenVersion: letter.version, input }, now);
  if (!finished.ok) throw new Error(`The example's letter was not finished: ${finished.code}`);
}
