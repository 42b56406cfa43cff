import { callRowsOf } from "@/lib/letters/call-rows";
import { callTable } from "@/lib/letters/write-letter-pdf";
import type { Block } from "@/lib/platform/pdf/description";
import { instantWords } from "../instant-words";
import type { MarkedCall, ReportMaterial } from "../report";
import { reportWords } from "../wording";
import { backgroundText, voiceText } from "./chronology";

/** The table by which calls are found in a provider's records. */
export function callTableBlocks(calls: readonly MarkedCall[]): Block[] {
  if (calls.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: reportWords.calls },
    { kind: "paragraph", style: "small", text: reportWords.callsNote },
    callTable(callRowsOf(calls.map(({ incident }) => incident))),
  ];
}

/** Voices and backgrounds side by side, so that calls can be compared. */
export function callerBlocks(calls: readonly MarkedCall[]): Block[] {
  const { mark, voice, background } = reportWords.callersColumns;
  const rows = calls
    .map((call) => [call.mark, voiceText(call.incident.content), backgroundText(call.incident.content)])
    .filter(([, heard, around]) => heard || around);
  const heading: Block = { kind: "heading", level: 2, text: reportWords.callers };
  if (rows.length === 0) return [heading, { kind: "paragraph", text: reportWords.noCallers }];
  const columns = [
    { title: mark, share: 1 },
    { title: voice, share: 5 },
    { title: background, share: 5 },
  ];
  return [
    heading,
    { kind: "paragraph", style: "small", text: reportWords.callersIntro },
    { kind: "table", columns, rows },
  ];
}

/** The files with their hashes; a file that belongs to a call names its mark. */
export function evidenceBlocks({ files }: ReportMaterial, calls: readonly MarkedCall[]): Block[] {
  const heading: Block = { kind: "heading", level: 2, text: reportWords.evidence };
  if (files.length === 0) return [heading, { kind: "paragraph", text: reportWords.noEvidence }];
  return [
    heading,
    { kind: "paragraph", style: "small", text: reportWords.evidenceIntro },
    { kind: "table", columns: evidenceColumns, rows: evidenceRows(files, calls) },
  ];
}

const { mark, file, received, call, sha256 } = reportWords.evidenceColumns;
const evidenceColumns = [
  { title: mark, share: 26 },
  { title: file, share: 150 },
  { title: received, share: 62 },
  { title: call, share: 30 },
  { title: sha256, share: 159, mono: true },
];

function evidenceRows(files: ReportMaterial["files"], calls: readonly MarkedCall[]): string[][] {
  const markOf = new Map(calls.map(({ mark, incident }) => [incident.id, mark]));
  return files.map((file, index) => [
    `E${index + 1}`,
    [
      file.name,
      `${reportWords.kindOfFile[file.kind]}, ${reportWords.bytes(file.sizeBytes)}`,
      file.note.trim(),
    ]
      .filter(Boolean)
      .join("\n"),
    instantWords(file.addedAt).replace("T", "\n"),
    (file.incidentId && markOf.get(file.incidentId)) ?? reportWords.wholeCase,
    `${file.sha256.slice(0, 32)}\n${file.sha256.slice(32)}`,
  ]);
}
