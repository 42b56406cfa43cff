import { type Cell, csvText } from "./csv";
import { type IncidentHistory, newestVersion } from "./incident-history";

type Column = readonly [name: string, cell: (history: IncidentHistory) => Cell];

/** The calls as a table for analysts: one row per call with its newest version; older versions stand in the JSON. */
export function incidentsCsv(histories: readonly IncidentHistory[]): string {
  return csvText(
    columns.map(([name]) => name),
    histories.map((history) => columns.map(([, cell]) => cell(history))),
  );
}

const columns: readonly Column[] = [
  ["id", ({ id }) => id],
  ["mark", ({ mark }) => mark],
  ["utc", (history) => time(history).utc],
  ["local", (history) => time(history).local],
  ["offset", (history) => time(history).offset],
  ["zone", (history) => time(history).zone],
  ["precision", (history) => time(history).precision],
  ["time_source", (history) => time(history).source],
  ["shown_number", (history) => shown(history).number],
  ["shown_number_e164", (history) => shown(history).e164],
  ["presentation", (history) => shown(history).presentation],
  ["shown_name", (history) => shown(history).name],
  ["verified_mark", (history) => shown(history).verifiedMark],
  ["called_number", (history) => content(history).calledNumber],
  ["result", (history) => content(history).result],
  ["duration_seconds", (history) => content(history).durationSeconds],
  ["kinds", (history) => list(content(history).kinds)],
  ["exact_words", (history) => content(history).exactWords],
  ["what_happened", (history) => content(history).whatHappened],
  ["voice", (history) => list(content(history).voice)],
  ["voice_notes", (history) => content(history).voiceNotes],
  ["background", (history) => list(content(history).background)],
  ["background_notes", (history) => content(history).backgroundNotes],
  ["what_i_said", (history) => content(history).whatISaid],
  ["told_to_stop", (history) => content(history).toldToStop],
  ["call_trace", (history) => content(history).callTrace],
  ["call_trace_notes", (history) => content(history).callTraceNotes],
  ["witnesses", (history) => content(history).witnesses],
  ["effect", (history) => content(history).effect],
  ["first_written_utc", ({ firstWrittenAt }) => firstWrittenAt.toISOString()],
  ["versions", ({ versions }) => versions.length],
  ["newest_written_utc", (history) => newestVersion(history).writtenAt.toISOString()],
  ["newest_reason", (history) => newestVersion(history).reason],
];

function content(history: IncidentHistory) {
  return newestVersion(history).content;
}

function time(history: IncidentHistory) {
  return content(history).time;
}

function shown(history: IncidentHistory) {
  return content(history).shown;
}

function list(words: readonly string[]): string {
  return words.join("; ");
}
