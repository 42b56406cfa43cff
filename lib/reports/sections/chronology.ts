import type { IncidentContent } from "@/lib/incidents/incident";
import { clockWords, durationWords, shownWords, utcWords } from "@/lib/letters/call-rows";
import { callWords } from "@/lib/letters/call-words";
import { shortDay } from "@/lib/letters/date-words";
import type { Block } from "@/lib/platform/pdf/description";
import { instantWords } from "../instant-words";
import type { MarkedCall, ReportMaterial } from "../report";
import { reportWords } from "../wording";

const words = reportWords.entry;

/** Every call in its order: what happened, the caller's words apart from it, then the particulars. */
export function* chronologyBlocks(calls: readonly MarkedCall[], material: ReportMaterial): Generator<Block> {
  yield { kind: "heading", level: 2, text: reportWords.chronology };
  yield { kind: "paragraph", style: "small", text: reportWords.chronologyIntro };
  for (const call of calls) yield* callBlocks(call, material);
}

function* callBlocks(call: MarkedCall, { withEffect }: ReportMaterial): Generator<Block> {
  const { content } = call.incident;
  const { time } = content;
  const text = words.heading(call.mark, shortDay(time.local), clockWords(time), time.offset);
  yield { kind: "heading", level: 3, text };
  yield { kind: "paragraph", text: content.whatHappened.trim() };
  if (content.exactWords.trim()) yield { kind: "quote", text: content.exactWords.trim(), source: words.said };
  yield { kind: "paragraph", style: "small", text: particulars(call, withEffect === true).join("\n") };
}

type Particular = [name: string, text: string];

/** One line for what belongs together; what is empty is left out. */
function particulars({ incident }: MarkedCall, withEffect: boolean): string[] {
  const { content } = incident;
  const lines: Particular[][] = [
    [[words.time, timeText(content)]],
    [
      [words.shown, shownText(content)],
      [
        words.result,
        [callWords.result[content.result], durationWords(content.durationSeconds)].filter(Boolean).join(", "),
      ],
      [words.kinds, content.kinds.map((kind) => callWords.kind[kind]).join(", ")],
    ],
    [
      [words.voice, voiceText(content)],
      [words.background, backgroundText(content)],
    ],
    [[words.mySide, content.whatISaid.trim()]],
    [
      [words.stop, callWords.toldToStop[content.toldToStop]],
      [
        words.trace,
        [callWords.callTrace[content.callTrace], content.callTraceNotes.trim()].filter(Boolean).join("; "),
      ],
    ],
    [[words.witnesses, content.witnesses.trim()]],
    [[words.effect, withEffect ? content.effect.trim() : ""]],
    [[words.written, instantWords(incident.firstWrittenAt)]],
  ];
  return lines.map(lineOf).filter(Boolean);
}

function lineOf(particulars: readonly Particular[]): string {
  const told = particulars.filter(([, text]) => text !== "");
  return told.map(([name, text]) => `${name}: ${text}`).join("  ·  ");
}

function timeText({ time }: IncidentContent): string {
  const { precision, source, zone } = time;
  return words.timeText(utcWords(time), callWords.precision[precision], callWords.timeSource[source], zone);
}

function shownText({ shown }: IncidentContent): string {
  return [shownWords(shown).replaceAll("\n", ", "), callWords.verifiedMark[shown.verifiedMark]]
    .filter(Boolean)
    .join("; ");
}

/** What was heard of the voice: the ticked words, then the person's own. */
export function voiceText({ voice, voiceNotes }: IncidentContent): string {
  return [voice.map((trait) => callWords.voice[trait]).join(", "), voiceNotes.trim()]
    .filter(Boolean)
    .join("; ");
}

export function backgroundText({ background, backgroundNotes }: IncidentContent): string {
  const sounds = background.map((sound) => callWords.background[sound]).join(", ");
  return [sounds, backgroundNotes.trim()].filter(Boolean).join("; ");
}
