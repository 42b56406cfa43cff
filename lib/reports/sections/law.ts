import type { Fact } from "@/lib/jurisdictions/fact";
import { type Jurisdiction, jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import type { Block } from "@/lib/platform/pdf/description";
import type { ReportMaterial } from "../report";
import { reportWords } from "../wording";

/** Pointers for an officer, each with its source; nothing here says that an offence was committed. */
export function lawBlocks({ details }: ReportMaterial): Block[] {
  const jurisdiction = jurisdictionOf(details.country);
  return [
    { kind: "heading", level: 2, text: reportWords.law },
    { kind: "paragraph", style: "small", text: reportWords.lawIntro },
    { kind: "table", columns: lawColumns, rows: lawRows(jurisdiction) },
    { kind: "heading", level: 3, text: reportWords.questions },
    { kind: "list", items: jurisdiction.questions },
  ];
}

const { what, about, source } = reportWords.lawColumns;
const lawColumns = [
  { title: what, share: 26 },
  { title: about, share: 42 },
  { title: source, share: 32 },
];

function lawRows({ offences, withheldNumbers, retention }: Jurisdiction): string[][] {
  return [
    ...offences.map((offence) => [offence.value.name, offence.value.about, sourceText(offence)]),
    ...(withheldNumbers
      ? [[reportWords.withheldRule, withheldNumbers.value, sourceText(withheldNumbers)]]
      : []),
    ...retention.map((fact) => {
      const { records, kept, caution } = fact.value;
      return [reportWords.retentionRule, reportWords.kept(records, kept, caution), sourceText(fact)];
    }),
  ];
}

function sourceText({ source, takenOverOn }: Fact<unknown>): string {
  return `${source}, ${takenOverOn}`;
}
