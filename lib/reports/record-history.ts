import type { MarkedCall } from "./report";

/** An entry first written this long after its call, or longer, is called late. */
export const lateAfterHours = 24;

export type Amendment = { mark: string; version: number; writtenAt: Date; reason: string };
export type LateEntry = { mark: string; writtenAt: Date; hoursAfter: number };

/** Every amendment of every entry, in the order of the calls. */
export function amendmentsOf(calls: readonly MarkedCall[]): Amendment[] {
  return calls.flatMap(({ mark, history }) =>
    history.versions
      .filter(({ version }) => version > 1)
      .map(({ version, writtenAt, reason }) => ({ mark, version, writtenAt, reason })),
  );
}

/** Entries that were not written down within a day of the call: memory, not the moment. */
export function lateEntries(calls: readonly MarkedCall[]): LateEntry[] {
  return calls
    .map(({ mark, incident }) => {
      const writtenAt = incident.firstWrittenAt;
      const hoursAfter = (writtenAt.getTime() - Date.parse(incident.content.time.utc)) / 3_600_000;
      return { mark, writtenAt, hoursAfter };
    })
    .filter(({ hoursAfter }) => hoursAfter >= lateAfterHours);
}
