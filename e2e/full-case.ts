import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { exampleCapture } from "@/lib/example-case/example-capture";
import {
  addTrace,
  amendCall,
  attachFile,
  callAt,
  draftLetter,
  fillLetter,
  finishLetter,
  logCall,
  type MadeLink,
  makeComparison,
  makeLink,
  makePacket,
  makeReport,
  startCase,
} from "./mara";

/** Ids of one of everything that a case can hold, under the names that addresses and forms give them. */
export type FullCase = {
  caseId: string;
  incidentId: string;
  /** A capture that nobody has read as a trace. */
  fileId: string;
  traceId: string;
  /** The number of a call of the trace. */
  call: string;
  captureId: string;
  watermarkId: string;
  comparisonId: string;
  letterId: string;
  draftId: string;
  reportId: string;
  packetId: string;
  linkId: string;
  link: MadeLink;
};

/** Makes a case with two calls, one of them amended, a sound, captures, a comparison of two of them, a finished letter, a draft, a report, a packet and a link. */
export async function makeFullCase(page: Page): Promise<FullCase> {
  const caseId = await startCase(page);
  const incidentId = await logCall(page, caseId, callAt("10:15 pm"));
  const amendedId = await logCall(page, caseId, callAt("11:30 pm"));
  await amendCall(page, caseId, amendedId, { time: "23:31" });
  const buffer = await readFile(new URL("../lib/example-case/voicemail.wav", import.meta.url));
  const sound = { name: "voicemail.wav", mimeType: "audio/wav", buffer };
  await attachFile(page, { caseId, incidentId }, sound);
  const fileId = await attachFile(page, { caseId }, captureNamed("unread.pcap"));
  const traceId = await addTrace(page, caseId, captureNamed("call.pcap"));
  const tracking = await makeComparison(page, caseId);
  const letterId = await draftLetter(page, caseId);
  await fillLetter(page, "Mara Example");
  await finishLetter(page);
  const draftId = await draftLetter(page, caseId);
  const reportId = await makeReport(page, caseId);
  const packetId = await makePacket(page, caseId);
  const link = await makeLink(page, caseId);
  const traced = { fileId, traceId, call: "1", ...tracking };
  return { caseId, incidentId, ...traced, letterId, draftId, reportId, packetId, linkId: link.linkId, link };
}

export function captureNamed(name: string) {
  const buffer = Buffer.from(exampleCapture(new Date("2026-03-02T22:15:00Z")));
  return { name, mimeType: "application/octet-stream", buffer };
}
