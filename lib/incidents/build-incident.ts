// Builders for tests, seeds and benches. Every number is from a range kept for fiction.
import { Temporal } from "temporal-polyfill";
import type { IncidentId } from "@/lib/platform/ids";
import type { CallTime } from "./call-time";
import type { Incident, IncidentContent, IncidentVersion, ShownCaller } from "./incident";

/** What differs from a plain withheld call to Mara; `time` and `shown` may be given in part. */
export type CallOverrides = Partial<Omit<IncidentContent, "time" | "shown">> &
  Partial<Omit<IncidentVersion, "content">> & {
    id?: string;
    firstWrittenAt?: Date;
    time?: Partial<CallTime>;
    shown?: Partial<ShownCaller>;
  };

/** Mara's own number, in London by default. */
export const MARAS_NUMBER = "+442079460123";

/** A logged call that began at `instant` (`2026-03-02T22:15:00Z`), written down five minutes later. */
export function callAt(instant: string, overrides: CallOverrides = {}): Incident {
  const { id, version, reason, writtenAt, firstWrittenAt, ...content } = overrides;
  const soonAfter = new Date(Date.parse(instant) + 5 * 60_000);
  return {
    id: (id ?? idOf(instant)) as IncidentId,
    version: version ?? 1,
    reason: reason ?? "",
    writtenAt: writtenAt ?? firstWrittenAt ?? soonAfter,
    firstWrittenAt: firstWrittenAt ?? soonAfter,
    content: contentAt(instant, content),
  };
}

/** The next version of an entry, with what changed and why. */
export function amendedCall(before: Incident, change: CallOverrides & { reason: string }): Incident {
  const { time, shown, id, version, reason, writtenAt, firstWrittenAt, ...rest } = change;
  const content = { ...before.content, ...rest };
  content.time = { ...before.content.time, ...time };
  content.shown = { ...before.content.shown, ...shown };
  const dayAfter = new Date(before.writtenAt.getTime() + 24 * 3_600_000);
  return { ...before, version: before.version + 1, reason, writtenAt: writtenAt ?? dayAfter, content };
}

/** A call of which nothing was heard. */
export function silentCallAt(instant: string, overrides: CallOverrides = {}): Incident {
  return callAt(instant, {
    whatHappened: "The phone rang, I answered, nobody spoke.",
    kinds: ["silent"],
    ...overrides,
  });
}

/** A call with a threat, in the caller's words, from a number of the fictional US range. */
export function threatAt(instant: string, exactWords: string, overrides: CallOverrides = {}): Incident {
  return callAt(instant, {
    whatHappened: "A voice threatened me and hung up.",
    kinds: ["threat-injury"],
    exactWords,
    durationSeconds: 41,
    shown: { number: "(212) 555-0142", e164: "+12125550142", presentation: "shown" },
    ...overrides,
  });
}

/** The content alone, as a form or an import would give it. */
export function contentAt(instant: string, overrides: CallOverrides = {}): IncidentContent {
  const { time, shown, id, version, reason, writtenAt, firstWrittenAt, ...rest } = overrides;
  return {
    ...plainContent,
    ...rest,
    shown: { ...withheldCaller, ...shown },
    time: callTimeAt(instant, time),
  };
}

/** The time of a call at `instant` on the wall of `zone` (London unless told). */
export function callTimeAt(instant: string, overrides: Partial<CallTime> = {}): CallTime {
  const zone = overrides.zone ?? "Europe/London";
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    utc: new Date(instant).toISOString().replace(".000Z", "Z"),
    local: there.toPlainDateTime().toString({ smallestUnit: "second" }),
    zone,
    offset: there.offset,
    precision: "exact",
    source: "phone-log",
    ...overrides,
  };
}

const withheldCaller: ShownCaller = { number: "", presentation: "withheld", name: "", verifiedMark: "none" };

const plainContent: Omit<IncidentContent, "time" | "shown"> = {
  whatHappened: "Somebody called and hung up when I answered.",
  calledNumber: MARAS_NUMBER,
  result: "answered",
  kinds: [],
  exactWords: "",
  voice: [],
  voiceNotes: "",
  background: [],
  backgroundNotes: "",
  whatISaid: "",
  toldToStop: "unknown",
  callTrace: "not-tried",
  callTraceNotes: "",
  witnesses: "",
  effect: "",
};

/** An id that tells the instant, so that tests need no random one; two calls at one instant need their own. */
function idOf(instant: string): string {
  const hex = Math.abs(Date.parse(instant)).toString(16).padStart(12, "0");
  return `00000000-0000-4000-8000-${hex}`;
}
