import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { TypedText } from "@/components/ui/typed-text";
import { formatCallTime } from "@/lib/incidents/call-time";
import type { IncidentContent } from "@/lib/incidents/incident";
import { texts } from "@/lib/platform/texts";
import { CallTimeText } from "./call-time-text";
import { ShownText } from "./shown-text";

type Fact = { key: string; term: string; value: ReactNode };

/** One version of a call: what was said of it, in the order of the form. What was not said is left out. */
export function IncidentFacts({ content }: { content: IncidentContent }) {
  return <SummaryList rows={[...accountFacts(content), ...callFacts(content), ...moreFacts(content)]} />;
}

function accountFacts(content: IncidentContent): Fact[] {
  const words = texts("incidents.form");
  const page = texts("incidents.page");
  const { time } = content;
  const { zone } = formatCallTime(time);
  return [
    fact("whatHappened", words("whatHappened.label"), <TypedText text={content.whatHappened} />),
    fact("when", page("local"), <CallTimeText time={time} />),
    fact("utc", page("utc"), <time dateTime={time.utc}>{page("utcText", { utc: time.utc, zone })}</time>),
    fact("precision", page("precision"), texts("incidents.precisions")(time.precision)),
    ...known("source", page("source"), time.source, texts("incidents.timeSources")),
  ];
}

function callFacts(content: IncidentContent): Fact[] {
  const words = texts("incidents.form");
  const { shown } = content;
  const kinds = texts("incidents.kinds");
  return [
    fact("shown", words("shown.label"), <ShownText shown={shown} />),
    ...known(
      "verifiedMark",
      words("verifiedMark.label"),
      shown.verifiedMark,
      texts("incidents.verifiedMarks"),
    ),
    ...typed("calledNumber", words("calledNumber.label"), content.calledNumber),
    ...known("result", words("result.label"), content.result, texts("incidents.results")),
    ...typed("duration", words("duration.label"), durationText(content.durationSeconds)),
    ...typed("kinds", words("kinds.label"), content.kinds.map((kind) => kinds(kind)).join(", ")),
    ...typed("exactWords", words("exactWords.label"), content.exactWords),
  ];
}

function moreFacts(content: IncidentContent): Fact[] {
  const words = texts("incidents.form");
  const voice = texts("incidents.voice");
  const background = texts("incidents.background");
  return [
    ...typed("voice", words("voice.label"), content.voice.map((trait) => voice(trait)).join(", ")),
    ...typed("voiceNotes", words("voiceNotes.label"), content.voiceNotes),
    ...typed(
      "background",
      words("background.label"),
      content.background.map((sound) => background(sound)).join(", "),
    ),
    ...typed("backgroundNotes", words("backgroundNotes.label"), content.backgroundNotes),
    ...typed("whatISaid", words("whatISaid.label"), content.whatISaid),
    ...known("toldToStop", words("toldToStop.label"), content.toldToStop, texts("incidents.answers")),
    ...known("callTrace", words("callTrace.label"), content.callTrace, texts("incidents.traceResults")),
    ...typed("callTraceNotes", words("callTraceNotes.label"), content.callTraceNotes),
    ...typed("witnesses", words("witnesses.label"), content.witnesses),
    ...typed("effect", words("effect.label"), content.effect),
  ];
}

function durationText(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  return texts("incidents.page")("seconds", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

// "I do not know" and a question never answered are kept as one; neither is printed as if it had been said.
function known<Option extends string>(
  key: string,
  term: string,
  option: Option | "unknown",
  words: (option: Option) => string,
): Fact[] {
  return option === "unknown" ? [] : [fact(key, term, words(option as Option))];
}

function fact(key: string, term: string, value: ReactNode): Fact {
  return { key, term, value };
}

function typed(key: string, term: string, text: string): Fact[] {
  return text.trim() === "" ? [] : [fact(key, term, <TypedText text={text} />)];
}
