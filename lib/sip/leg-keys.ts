import type { LegTraits } from "./leg-traits";
import type { OpenCall } from "./open-call";

/** The latest calls that share a value, by the value; the latest last. */
type Sharing = Map<string, OpenCall[]>;

/** By what calls of the last minute are found, one table for each trait that legs may share. */
export type LegKeys = Record<
  "session" | "icid" | "called" | "caller" | "named" | "arrived" | "callerMedia" | "calledMedia",
  Sharing
>;

/** The latest calls of one value that are kept. */
const maxSharing = 6;

export function createLegKeys(): LegKeys {
  return {
    session: new Map(),
    icid: new Map(),
    called: new Map(),
    caller: new Map(),
    named: new Map(),
    arrived: new Map(),
    callerMedia: new Map(),
    calledMedia: new Map(),
  };
}

export function addTo(table: Sharing, value: string, open: OpenCall): void {
  const calls = table.get(value);
  if (!calls) table.set(value, [open]);
  else if (calls[calls.length - 1] !== open) {
    if (calls.length >= maxSharing) calls.shift();
    calls.push(open);
  }
}

/** Enters a new call under all that its INVITE tells of it. */
export function addTraits(keys: LegKeys, traits: LegTraits, open: OpenCall): void {
  for (const id of traits.sessionIds) addTo(keys.session, id, open);
  if (traits.icid !== "") addTo(keys.icid, traits.icid, open);
  for (const user of traits.called) addTo(keys.called, user, open);
  if (traits.caller !== "") addTo(keys.caller, traits.caller, open);
  for (const value of traits.named) addTo(keys.named, value, open);
  if (traits.destination !== "") addTo(keys.arrived, traits.destination, open);
}

/** Takes a call out wherever it stands. */
export function removeTraits(keys: LegKeys, traits: LegTraits, open: OpenCall): void {
  for (const id of traits.sessionIds) removeFrom(keys.session, id, open);
  if (traits.icid !== "") removeFrom(keys.icid, traits.icid, open);
  for (const user of traits.called) removeFrom(keys.called, user, open);
  if (traits.caller !== "") removeFrom(keys.caller, traits.caller, open);
  for (const value of traits.named) removeFrom(keys.named, value, open);
  if (traits.destination !== "") removeFrom(keys.arrived, traits.destination, open);
  for (const place of traits.callerMedia) removeFrom(keys.callerMedia, place, open);
  for (const place of traits.calledMedia) removeFrom(keys.calledMedia, place, open);
}

function removeFrom(table: Sharing, value: string, open: OpenCall): void {
  const calls = table.get(value);
  if (!calls) return;
  const place = calls.indexOf(open);
  if (place < 0) return;
  if (calls.length === 1) table.delete(value);
  else calls.splice(place, 1);
}
