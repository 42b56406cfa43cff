import { type CallKind, type Incident, threatKinds } from "@/lib/incidents/incident";
import type { MarkedCall } from "./report";

/** The threats with words, gravest kind first and earliest first among equals, at most `most` of them. */
export function gravestWords(calls: readonly MarkedCall[], most: number): MarkedCall[] {
  return calls
    .filter(({ incident }) => incident.content.exactWords.trim() !== "")
    .map((call) => ({ call, gravity: gravityOf(call.incident) }))
    .filter(({ gravity }) => gravity < threatKinds.length)
    .sort((one, other) => one.gravity - other.gravity)
    .slice(0, most)
    .map(({ call }) => call);
}

const byGravity: readonly CallKind[] = [
  "threat-death",
  "threat-bomb",
  "threat-sexual",
  "threat-family",
  "threat-injury",
  "threat-images",
  "extortion",
  "threat-property",
];

/** 0 is the gravest; a call without a threat is beyond the list. */
function gravityOf({ content }: Incident): number {
  const places = content.kinds
    .filter((kind) => threatKinds.includes(kind))
    .map((kind) => byGravity.indexOf(kind));
  return Math.min(threatKinds.length, ...places);
}
