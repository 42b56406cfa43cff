import { packetsOf, planFrom, surestDraft, type WantedRates } from "./find-plan";
import { firstThat } from "./first-that";
import type { TracePlan } from "./trace-plan";

/** Calls are looked for up to two hours. */
export const LONGEST_CALL_SECONDS = 7_200;

/** The shortest call, in whole seconds, in which a mark of this shift reaches the rates. */
export function shortestCall({ shiftMs, ...wanted }: WantedRates & { shiftMs: number }): TracePlan {
  const seconds = shortestSeconds(shiftMs, wanted);
  const callSeconds = seconds ?? LONGEST_CALL_SECONDS;
  const draft = surestDraft({ packets: packetsOf(callSeconds, wanted.path), shiftMs }, wanted);
  return planFrom(draft, { callSeconds, shortest: () => undefined }, wanted);
}

/** Nothing where not even two hours are enough. */
export function shortestSeconds(shiftMs: number, wanted: WantedRates): number | undefined {
  return firstThat({ from: 1, to: LONGEST_CALL_SECONDS }, (seconds) => {
    const packets = packetsOf(seconds, wanted.path);
    return surestDraft({ packets, shiftMs }, wanted).detection >= wanted.detection;
  });
}
