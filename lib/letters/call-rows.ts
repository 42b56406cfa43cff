import type { CallTime } from "@/lib/incidents/call-time";
import type { Incident, ShownCaller } from "@/lib/incidents/incident";
import { callWords } from "./call-words";
import { shortDay } from "./date-words";
import type { CallRow } from "./letter";

/** The calls as rows of a table, earliest first, marked A1, A2 … in that order. */
export function callRowsOf(incidents: readonly Incident[]): CallRow[] {
  return byTime(incidents).map((incident, index) => callRow(incident, markOf(index)));
}

/** The order of every table: by instant, and by id where two calls have the same. */
export function byTime(incidents: readonly Incident[]): Incident[] {
  return [...incidents].sort(
    (one, other) =>
      Date.parse(one.content.time.utc) - Date.parse(other.content.time.utc) || (one.id < other.id ? -1 : 1),
  );
}

/** The mark of the call at `index`, counted from 0. */
export function markOf(index: number): string {
  return `A${index + 1}`;
}

function callRow({ content }: Incident, mark: string): CallRow {
  const { time } = content;
  return {
    mark,
    local: `${shortDay(time.local)}, ${clockWords(time)}`,
    offset: time.offset,
    zone: time.zone,
    utc: utcWords(time),
    precision: callWords.precision[time.precision],
    shownNumber: shownWords(content.shown),
    calledNumber: content.calledNumber,
    result: callWords.result[content.result],
    duration: durationWords(content.durationSeconds),
    callTrace: [callWords.callTrace[content.callTrace], content.callTraceNotes].filter(Boolean).join("; "),
  };
}

/** Local time as exactly as it is known: `22:15:07`, `22:15`, `about 22:15`. */
export function clockWords({ local, precision }: CallTime): string {
  if (precision === "exact") return local.slice(11, 19);
  return precision === "about" ? `about ${local.slice(11, 16)}` : local.slice(11, 16);
}

/** The instant as exactly as it is known: `2026-03-02T22:15:07Z`, `2026-03-02T22:15Z`. */
export function utcWords({ utc, precision }: CallTime): string {
  const instant = `${utc.slice(0, precision === "exact" ? 19 : 16)}Z`;
  return precision === "about" ? `about ${instant}` : instant;
}

/** What the phone showed: the number as shown, below it the number in E.164, and the name; or why there is none. */
export function shownWords({ number, e164, presentation, name }: ShownCaller): string {
  const state = presentation === "shown" && number ? "" : callWords.presentation[presentation];
  return [state, number, e164 === number ? "" : e164, name && `“${name}”`].filter(Boolean).join("\n");
}

/** `0:41`, `12:05`, `1:02:03`; empty when not known. */
export function durationWords(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    Math.floor(seconds % 60),
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
