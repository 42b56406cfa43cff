/**
 * A statement about law or procedure with where it was read. `takenOverOn` is the day it was taken over from
 * Nightjar's reference, not a day on which somebody asked the source again; it is printed beside what goes stale.
 */
export type Fact<Value = string> = { value: Value; source: string; takenOverOn: string };

/** The day on which the first facts were taken over. */
export const firstTakenOver = "2026-11-23";

export function fact<Value>(value: Value, source: string, takenOverOn = firstTakenOver): Fact<Value> {
  return { value, source, takenOverOn };
}
