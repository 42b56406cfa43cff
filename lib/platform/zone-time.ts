// Civil time to instant and back (Temporal). Rules of time zones are those of the IANA database that the runtime holds.
import { Temporal } from "temporal-polyfill";
import { fault, ok, type Result } from "./result";

export type ZonedFault = "NO_SUCH_TIME" | "NO_SUCH_ZONE" | "SKIPPED" | "REPEATED";

/** What a clock on the wall shows, e.g. `2026-03-02T22:15:00` and `+05:45`. */
export type WallTime = { local: string; offset: string };

/** A change of the clocks: the wall just before it, and at it. A time in between is skipped, or comes twice. */
export type ClockChange = { kind: "skipped" | "repeated"; before: WallTime; after: WallTime };

type LocalTime = { local: string; zone: string };

/** The name of a time zone as the IANA database writes it (`Asia/Kathmandu`); an offset like `+05:45` is no zone. */
export function readZone(text: string): string | undefined {
  if (!/^[A-Za-z]/.test(text)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return undefined;
  }
}

export function isZone(text: string): boolean {
  return readZone(text) !== undefined;
}

/**
 * The instant at which the clocks of `zone` showed `local` (`2026-03-02T22:15:00`).
 * `NO_SUCH_TIME`: 31 February, 25:61. `NO_SUCH_ZONE`. `SKIPPED`: the clocks went over that time (`clockChangeAt` tells
 * how). `REPEATED`: they showed it twice; `which` chooses.
 */
export function instantOf({
  local,
  zone,
  which,
}: LocalTime & { which?: "earlier" | "later" }): Result<Date, ZonedFault> {
  if (!isZone(zone)) return fault("NO_SUCH_ZONE");
  const wall = readWall(local);
  if (!wall) return fault("NO_SUCH_TIME");
  const kind = clockChangeAt({ local, zone })?.kind;
  if (kind === "skipped") return fault("SKIPPED");
  if (kind === "repeated" && !which) return fault("REPEATED");
  const disambiguation = which ?? "compatible";
  return ok(new Date(wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds));
}

/** The change of the clocks that skipped or repeated a local time of a known zone; none for nearly every time. */
export function clockChangeAt({ local, zone }: LocalTime): ClockChange | undefined {
  const wall = Temporal.PlainDateTime.from(local);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const change = earlier.equals(later) ? null : earlier.getTimeZoneTransition("next");
  if (!change) return undefined;
  const kind = earlier.toPlainDateTime().equals(wall) ? "repeated" : "skipped";
  return { kind, before: wallBefore(change, earlier.offset), after: wallOf(change) };
}

/** What the clocks of `zone` show at an instant, to the second. */
export function formatInZone(date: Date, zone: string): WallTime {
  return wallOf(Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone));
}

function readWall(local: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(local);
  } catch {
    return undefined;
  }
}

function wallOf(time: Temporal.ZonedDateTime): WallTime {
  return { local: time.toPlainDateTime().toString({ smallestUnit: "second" }), offset: time.offset };
}

/** What the clocks would have shown at the change, had they not been changed. */
function wallBefore(change: Temporal.ZonedDateTime, offset: string): WallTime {
  return wallOf(change.withTimeZone(offset));
}
