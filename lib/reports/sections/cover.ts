import type { Incident } from "@/lib/incidents/incident";
import { jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import { clockWords } from "@/lib/letters/call-rows";
import { shortDay } from "@/lib/letters/date-words";
import type { Block, Fact } from "@/lib/platform/pdf/description";
import { instantWords, localWords } from "../instant-words";
import type { ReportMaterial } from "../report";
import type { CaseSummary } from "../summarise-case";
import { reportWords } from "../wording";

const words = reportWords.cover;

/** For whom, where, how urgent, how much, and the head by which the record can be checked. */
export function coverBlocks(material: ReportMaterial, summary: CaseSummary): Block[] {
  const { emergency, nonEmergency } = jurisdictionOf(material.details.country);
  return [
    { kind: "heading", level: 1, text: reportWords.title },
    { kind: "paragraph", style: "lead", text: reportWords.lead },
    {
      kind: "notice",
      title: reportWords.urgentTitle(emergency.value),
      text: reportWords.urgentText(nonEmergency?.value),
    },
    { kind: "facts", pairs: [...aboutReport(material), ...aboutCalls(summary), ...aboutMaking(material)] },
    { kind: "paragraph", text: reportWords.claims },
  ];
}

function aboutReport({ details, preparedFor, policeReference }: ReportMaterial): Fact[] {
  return [
    { name: words.preparedFor, text: preparedFor?.trim() || words.police },
    { name: words.reference, text: policeReference?.trim() || words.toFollow },
    { name: words.title, text: details.title },
    { name: words.country, text: jurisdictionOf(details.country).name },
    { name: words.lines, text: linesText(details) },
  ];
}

function linesText({ lines }: ReportMaterial["details"]): string {
  const texts = lines.map(({ number, provider }) => (provider ? words.provider(number, provider) : number));
  return texts.join("\n") || words.noLines;
}

function aboutCalls(summary: CaseSummary): Fact[] {
  const counted =
    summary.threats > 0 ? `${summary.calls}, ${words.threats}: ${summary.threats}` : `${summary.calls}`;
  return [
    { name: words.calls, text: counted },
    ...(summary.first ? [{ name: words.first, text: callTime(summary.first) }] : []),
    ...(summary.last ? [{ name: words.last, text: callTime(summary.last) }] : []),
  ];
}

/** `Mon 2 Mar 2026, 22:15:00 (+00:00)` */
export function callTime({ content: { time } }: Incident): string {
  return `${shortDay(time.local)}, ${clockWords(time)} (${time.offset})`;
}

function aboutMaking({ madeAt, auditHead, details }: ReportMaterial): Fact[] {
  return [
    { name: words.made, text: `${localWords(madeAt, details.zone)}; ${instantWords(madeAt)}` },
    { name: words.head, text: words.headText(auditHead.sequence, auditHead.hash), mono: true },
  ];
}
