import { jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import type { Block } from "@/lib/platform/pdf/description";
import type { ReportMaterial } from "../report";
import type { CaseSummary } from "../summarise-case";
import { reportWords } from "../wording";
import { callTime } from "./cover";

/** A statement to be taken and signed before an officer, with the country's words where they are known. */
export function statementBlocks({ details }: ReportMaterial, { calls, first, last }: CaseSummary): Block[] {
  if (!first || !last) return [];
  const { words, note } = jurisdictionOf(details.country).declaration;
  const declaration: Block[] = words
    ? [
        {
          kind: "quote",
          text: words.value,
          source: reportWords.declarationSource(words.source, words.takenOverOn),
        },
      ]
    : [];
  return [
    { kind: "page-break" },
    { kind: "heading", level: 2, text: reportWords.statement },
    { kind: "paragraph", style: "small", text: reportWords.statementIntro },
    { kind: "paragraph", text: reportWords.statementText(calls, callTime(first), callTime(last)) },
    { kind: "heading", level: 3, text: reportWords.declaration },
    ...declaration,
    { kind: "paragraph", text: note },
    { kind: "blank-lines", labels: reportWords.blanks },
  ];
}
