import type { CaseDetails } from "@/lib/cases/schema";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { type Incident, threatKinds } from "@/lib/incidents/incident";
import { byTime, callRowsOf } from "./call-rows";
import { dayIn, dayWords } from "./date-words";
import type { LetterContent } from "./letter";
import { mostIn24Hours } from "./most-in-24-hours";
import { type LetterWords, letterPhrases, letterWords, placeholders, recordsToKeep } from "./wording";

export type LetterMaterial = {
  details: CaseDetails;
  /** Entries in their newest version. */
  incidents: readonly Incident[];
  files: readonly EvidenceFile[];
  /** The day the letter bears, on the calendar of the case's zone. */
  date: Date;
  policeReference?: string;
};

/** Beyond this the letter counts the files instead of naming each. */
const mostFilesNamed = 40;

/** The first draft of a letter to the person's own provider; the person edits it and fills in the placeholders. */
export function draftLetter(material: LetterMaterial): LetterContent {
  const { details, incidents, date } = material;
  const words = letterWords[details.country];
  return {
    country: details.country,
    sender: [placeholders.name, placeholders.address].join("\n"),
    recipient: [providerOf(details), words.team, placeholders.providerAddress].join("\n"),
    dated: dayWords(dayIn(details.zone, date), details.country),
    subject: words.subject,
    body: bodyOf(material, words),
    calls: callRowsOf(incidents),
  };
}

/** The one provider of the case's lines; with none or several the person says which. */
function providerOf({ lines }: CaseDetails): string {
  const providers = new Set(lines.map((line) => line.provider.trim()).filter(Boolean));
  return providers.size === 1 ? [...providers].join() : placeholders.provider;
}

function bodyOf(material: LetterMaterial, words: LetterWords): string {
  const { details, policeReference } = material;
  const paragraphs = [
    words.opening,
    `${letterPhrases.account}:`,
    list([
      ...letterPhrases.accountLines(numbersOf(details)),
      ...letterPhrases.police(words.reference, policeReference?.trim() || letterPhrases.toFollow),
    ]),
    summaryOf(material),
    letterPhrases.forged,
    ...words.tracing,
    words.keepIntro,
    list(recordsToKeep),
    words.keepOutro,
    letterPhrases.alsoIntro,
    list(words.alsoAsk),
    letterPhrases.identity,
    words.consent,
    list([placeholders.officer]),
    letterPhrases.consentNobody,
    letterPhrases.contact,
    ...filesOf(material.files),
  ];
  return paragraphs.join("\n\n");
}

function numbersOf({ lines }: CaseDetails): string {
  return lines.map((line) => line.number).join(", ") || placeholders.line;
}

function summaryOf({ details, incidents }: LetterMaterial): string {
  const calls = byTime(incidents);
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) return letterPhrases.noCalls;
  return letterPhrases.summary({
    calls: calls.length,
    first: dayOf(first, details),
    last: dayOf(last, details),
    most: mostIn24Hours(calls.map(({ content }) => Date.parse(content.time.utc))),
    threats: calls.filter(isThreat).length,
  });
}

function dayOf({ content }: Incident, { country }: CaseDetails): string {
  return dayWords(dayIn(content.time.zone, new Date(content.time.utc)), country);
}

/** Whether the person marked the call as a threat of any kind. */
export function isThreat({ content }: Incident): boolean {
  return content.kinds.some((kind) => threatKinds.includes(kind));
}

function filesOf(files: readonly EvidenceFile[]): string[] {
  if (files.length === 0) return [];
  if (files.length > mostFilesNamed) return [letterPhrases.manyFiles(files.length)];
  return [
    letterPhrases.files,
    list(files.map((file) => letterPhrases.fileLine(oneLine(file.name), file.sha256))),
  ];
}

/** A line end in a file's name would end the list. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, " ").slice(0, 200);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
