import type { Call } from "@/lib/sip/call";
import { headerValues } from "@/lib/sip/header-values";
import { readVia } from "@/lib/sip/via";
import type { Way } from "./asserter";
import type { GatheredIdentity } from "./gathered-identity";
import type { Hop } from "./hops";
import { hostAndPort } from "./host-and-port";
import { readUnchecked } from "./read-unchecked";

/** What the capture itself saw: the address that the first request came from, and what hosts noted of it in Via. */
export function seenAddresses(calls: readonly Call[], way: Way): GatheredIdentity[] {
  const [first] = way.hops;
  return first ? [...packetSource(first), ...receivedNotes(calls, first, way)] : [];
}

function packetSource(first: Hop): GatheredIdentity[] {
  const { source, number } = first.seen;
  if (!source || first.read.kind === "response") return [];
  const value = hostAndPort(source.address, source.port);
  const range = { start: 0, end: 0 };
  return [
    {
      source: "packet source",
      value,
      asserter: "capture",
      trust: "none",
      message: number,
      range,
      hop: first,
    },
  ];
}

// RFC 3261 section 18.2.1 and RFC 3581: the next host writes into Via which address it saw.
function receivedNotes(calls: readonly Call[], first: Hop, way: Way): GatheredIdentity[] {
  const later = way.hops.filter((hop) => hop !== first && hop.call === first.call);
  const notes = [first, ...later, ...answersTo(calls, first)].flatMap((hop) => receivedIn(hop, first, way));
  const values = new Set<string>();
  return notes.filter(({ value }) => !values.has(value) && values.add(value));
}

/** The first answer that came back to the sender of the first request. */
function answersTo(calls: readonly Call[], first: Hop): Hop[] {
  const call = calls.find(({ number }) => number === first.call);
  const seen = call?.messages.find(
    ({ text, destination }) => text.startsWith("SIP/") && destination?.address === first.by,
  );
  if (!seen || !first.by) return [];
  return [{ ...first, seen, read: readUnchecked(seen.text), by: seen.source?.address }];
}

/** The lowest Via is the one that the first sender wrote. */
function receivedIn(hop: Hop, first: Hop, { isDeclared }: Way): GatheredIdentity[] {
  const range = headerValues(hop.read, "Via").at(-1);
  const via = range && readVia(hop.read.text, range);
  if (!range || (!via?.received && !via?.rport)) return [];
  const isOwnWord = hop === first && hop.viaCount === 1 && hop.read.kind === "request";
  return [
    {
      source: "Via received",
      value: via.rport ? hostAndPort(via.received || via.host, via.rport) : (via.received ?? ""),
      asserter: isOwnWord ? "caller" : "network",
      ...(hop.by && { by: hop.by }),
      trust: isOwnWord ? "none" : isDeclared(hop.by) ? "declared" : "unknown",
      message: hop.seen.number,
      range,
      hop,
    },
  ];
}
