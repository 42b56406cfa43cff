import { expect, test } from "vitest";
import { amendedCall, callAt, threatAt } from "@/lib/incidents/build-incident";
import type { Incident, IncidentHistory } from "@/lib/incidents/incident";
import { gravestWords } from "./gravest-words";
import { amendmentsOf, lateEntries } from "./record-history";
import { markedCalls } from "./report";

const historyOf = (...versions: Incident[]): IncidentHistory => ({
  incident: versions.at(-1) as Incident,
  versions,
});

test("an amendment that moves a call in time moves its mark", () => {
  const first = callAt("2026-03-02T10:00:00Z");
  const moved = amendedCall(first, { reason: "Wrong day.", time: { utc: "2026-03-09T10:00:00Z" } });
  const marks = markedCalls([historyOf(first, moved), historyOf(callAt("2026-03-05T10:00:00Z"))]);
  expect(marks.map(({ mark, incident }) => [mark, incident.version])).toEqual([
    ["A1", 1],
    ["A2", 2],
  ]);
});

test("every amendment is told, with its reason", () => {
  const first = callAt("2026-03-02T10:00:00Z");
  const second = amendedCall(first, { reason: "Wrong number." });
  const third = amendedCall(second, { reason: "Right after all." });
  const amendments = amendmentsOf(markedCalls([historyOf(first, second, third)]));
  expect(amendments.map(({ version, reason }) => [version, reason])).toEqual([
    [2, "Wrong number."],
    [3, "Right after all."],
  ]);
});

test("an entry is late when a day or more passed between the call and its first version, whatever was amended", () => {
  const at = "2026-03-02T10:00:00Z";
  const inTime = callAt(at, { id: "a", firstWrittenAt: new Date("2026-03-03T09:59:59Z") });
  const late = callAt(at, { id: "b", firstWrittenAt: new Date("2026-03-03T10:00:00Z") });
  const amendedLater = amendedCall(inTime, { reason: "x", writtenAt: new Date("2026-04-01T10:00:00Z") });
  const calls = markedCalls([historyOf(inTime, amendedLater), historyOf(late)]);
  expect(lateEntries(calls).map(({ mark }) => mark)).toEqual(["A2"]);
});

test("the gravest words come first, and words without a threat are not among them", () => {
  const calls = markedCalls([
    historyOf(threatAt("2026-03-01T10:00:00Z", "your car", { kinds: ["threat-property"] })),
    historyOf(threatAt("2026-03-02T10:00:00Z", "your life", { kinds: ["threat-death"] })),
    historyOf(threatAt("2026-03-03T10:00:00Z", "hello", { kinds: ["other"] })),
    historyOf(threatAt("2026-03-04T10:00:00Z", " ", { kinds: ["threat-bomb"] })),
  ]);
  expect(gravestWords(calls, 5).map(({ incident }) => incident.content.exactWords)).toEqual([
    "your life",
    "your car",
  ]);
});
