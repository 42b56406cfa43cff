import { compareNumbers, readSignalledNumber } from "./signalled-number";

/** A call of a trace, as far as finding its incident goes. */
export type TracedCall = {
  /** Microseconds since 1970-01-01 UTC; none when the trace does not tell. */
  startedAt?: number;
  /** Number or address that the call claimed; none when it was withheld. */
  caller?: string;
  isWithheld: boolean;
};

/** A logged call, as far as finding its trace goes. */
export type LoggedCall = {
  id: string;
  startedAt: Date;
  /** How exactly the person knew the time. */
  precision: "exact" | "minute" | "about";
  /** As the phone showed it; empty when nothing was shown. */
  shownNumber: string;
  e164?: string;
  isWithheld: boolean;
};

export const numberLikenesses = [
  /** Both write one number. */
  "equal",
  /** The last seven digits are equal; the rest may be another spelling. */
  "ends-equal",
  /** Neither showed one. */
  "both-withheld",
  /** They are two numbers, or one was shown where the other was withheld. */
  "different",
  /** At least one of the two was not noted, or is no number. */
  "unknown",
] as const;
export type NumberLikeness = (typeof numberLikenesses)[number];

/** An incident that a call of a trace may be. A person confirms it or does not. */
export type ProposedIncident = {
  id: string;
  /** From the logged time to the traced one; negative when the trace is earlier. */
  secondsApart: number;
  number: NumberLikeness;
};

const MOST_PROPOSED = 3;

/** How far logged and traced time may lie apart, by the precision of the log: a phone's clock may be some minutes off. */
const mostSecondsApart: Record<LoggedCall["precision"], number> = {
  exact: 300,
  minute: 360,
  about: 3 * 3600,
};

/** What an unlike number weighs against time, in shares of the time allowed. */
const penalties: Record<NumberLikeness, number> = {
  equal: 0,
  "ends-equal": 0.1,
  "both-withheld": 0.1,
  unknown: 0.5,
  different: 2,
};

/** The logged calls that a traced call may be, best first, three at most: near in time, and alike in number. */
export function proposeIncidents({
  call,
  incidents,
}: {
  call: TracedCall;
  incidents: readonly LoggedCall[];
}): ProposedIncident[] {
  const { startedAt } = call;
  if (startedAt === undefined) return [];
  return incidents
    .map((incident) => ({ incident, ...comparedTo(incident, call, startedAt / 1_000_000) }))
    .filter(({ share }) => share <= 1)
    .sort((one, other) => one.share + penalties[one.number] - other.share - penalties[other.number])
    .slice(0, MOST_PROPOSED)
    .map(({ incident, secondsApart, number }) => ({ id: incident.id, secondsApart, number }));
}

function comparedTo(incident: LoggedCall, call: TracedCall, startedAtSeconds: number) {
  const secondsApart = Math.round(startedAtSeconds - incident.startedAt.getTime() / 1000);
  const share = Math.abs(secondsApart) / mostSecondsApart[incident.precision];
  return { secondsApart, share, number: likenessOf(incident, call) };
}

function likenessOf(incident: LoggedCall, call: TracedCall): NumberLikeness {
  if (incident.isWithheld && call.isWithheld) return "both-withheld";
  const logged = readSignalledNumber(incident.e164 ?? incident.shownNumber);
  const traced = readSignalledNumber(numberPart(call.caller ?? ""));
  if (logged && traced) return likenessOfNumbers(logged, traced);
  return (incident.isWithheld && traced) || (call.isWithheld && logged) ? "different" : "unknown";
}

function likenessOfNumbers(...[logged, traced]: Parameters<typeof compareNumbers>): NumberLikeness {
  const likeness = compareNumbers(logged, traced);
  if (likeness === "same") return "equal";
  if (likeness === "different") return "different";
  return logged.digits.slice(-7) === traced.digits.slice(-7) ? "ends-equal" : "unknown";
}

/** `+12025550123` of `sip:+12025550123@example.com;user=phone`. */
function numberPart(caller: string): string {
  return /^(?:sips?|tel):([^;@]*)/i.exec(caller)?.[1] ?? caller;
}
