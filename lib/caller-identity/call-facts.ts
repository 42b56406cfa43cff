import { paramValue, readParams } from "@/lib/sip/header-params";
import { firstRange, firstValue, headerValues } from "@/lib/sip/header-values";
import type { SipMessage } from "@/lib/sip/message";
import { readNameAddr } from "@/lib/sip/name-addr";
import type { TraceMessage } from "@/lib/sip/trace-message";
import { hostAndPort } from "./host-and-port";
import type { WhoCanAnswer } from "./verdict";

export type CallFact = WhoCanAnswer["facts"][number];

/** A message where and when the capture saw it. */
export type SeenMessage = { seen: TraceMessage; read: SipMessage };

/** All of a message that lets an operator find the call in its records, in the order of a letter. */
export function factsOf({ seen, read }: SeenMessage): CallFact[] {
  const charging = chargingVector(read);
  return [
    fact("time-utc", utcTime(seen.at)),
    fact("from-address", seen.source && hostAndPort(seen.source.address, seen.source.port)),
    fact("to-address", seen.destination && hostAndPort(seen.destination.address, seen.destination.port)),
    fact("call-id", firstValue(read, "Call-ID")),
    fact("caller-claimed", uriIn(read, "From")),
    fact("called", uriIn(read, "To")),
    fact("icid", charging("icid-value")),
    fact("orig-ioi", charging("orig-ioi")),
    fact("term-ioi", charging("term-ioi")),
    fact("session-id", firstValue(read, "Session-ID")),
    viaFacts(read),
  ].flat();
}

export function fact(name: CallFact["name"], value: string | undefined): CallFact[] {
  return value ? [{ name, value }] : [];
}

/** ISO 8601 to the millisecond: `2026-03-02T22:15:00.123Z`. */
function utcTime(microseconds: number | undefined): string | undefined {
  if (microseconds === undefined) return undefined;
  const date = new Date(Math.floor(microseconds / 1000));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function uriIn(read: SipMessage, header: "From" | "To"): string | undefined {
  const range = firstRange(read, header);
  if (!range) return undefined;
  const { uri } = readNameAddr(read.text, range);
  return read.text.slice(uri.range.start, uri.range.end);
}

/** RFC 7315 section 4.6: what networks use among themselves to settle a call. */
export function chargingVector(read: SipMessage): (name: string) => string | undefined {
  const range = firstRange(read, "P-Charging-Vector");
  const params = range ? readParams(read.text, range) : [];
  return (name) => paramValue(params, name) || undefined;
}

const MOST_VIAS = 20;

function viaFacts(read: SipMessage): CallFact[] {
  return headerValues(read, "Via")
    .slice(0, MOST_VIAS)
    .flatMap(({ start, end }) => fact("via", read.text.slice(start, end)));
}
