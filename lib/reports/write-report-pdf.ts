import type { Readable } from "node:stream";
import { jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import { paperOf } from "@/lib/letters/write-letter-pdf";
import type { Block } from "@/lib/platform/pdf/description";
import { writePdf } from "@/lib/platform/pdf/write-pdf";
import { markedCalls, type ReportMaterial } from "./report";
import { chronologyBlocks } from "./sections/chronology";
import { comparisonBlocks } from "./sections/comparisons";
import { coverBlocks } from "./sections/cover";
import { historyBlocks } from "./sections/history";
import { lawBlocks } from "./sections/law";
import { statementBlocks } from "./sections/statement";
import { summaryBlocks } from "./sections/summary";
import { callerBlocks, callTableBlocks, evidenceBlocks } from "./sections/tables";
import { threatBlocks } from "./sections/threats";
import { traceBlocks } from "./sections/traces";
import { summariseCase } from "./summarise-case";
import { reportWords } from "./wording";

/** The police report as a tagged PDF, as a stream; the same material gives the same bytes. */
export function writeReportPdf(material: ReportMaterial): Readable {
  const { details, auditHead, madeAt } = material;
  return writePdf({
    title: reportWords.title,
    language: jurisdictionOf(details.country).language,
    paper: paperOf(details.country),
    madeAt,
    header: reportWords.header,
    footer: reportWords.footer(auditHead.sequence, auditHead.hash),
    words: { pageOf: reportWords.pageOf, unwritable: reportWords.unwritable },
    blocks: reportBlocks(material),
  });
}

/** The report block by block, made as the pages need them. */
export function* reportBlocks(material: ReportMaterial): Generator<Block> {
  const calls = markedCalls(material.histories);
  const summary = summariseCase(
    calls.map(({ incident }) => incident),
    material.details.zone,
  );
  yield* coverBlocks(material, summary);
  yield* summaryBlocks(calls, summary);
  if (calls.length > 0) yield* chronologyBlocks(calls, material);
  yield* callTableBlocks(calls);
  yield* threatBlocks(calls);
  yield* callerBlocks(calls);
  yield* evidenceBlocks(material, calls);
  yield* lawBlocks(material);
  yield* statementBlocks(material, summary);
  yield* historyBlocks(calls, material);
  yield* traceBlocks(calls, material);
  yield* comparisonBlocks(material);
}
