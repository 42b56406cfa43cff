import type { ExpectedMedia } from "@/lib/captures/rtp-expected";
import { announcedSession } from "./announced-media";
import { firstValue } from "./header-values";
import type { LegIndex } from "./leg-index";
import { type LegTraits, legTraitsOf } from "./leg-traits";
import type { SipMessage } from "./message";
import { headerSigns, type MessageFacts } from "./message-facts";
import { callSigns, type OpenCall } from "./open-call";
import { type Address, addressOf, requestAddress } from "./story/address";
import type { TraceMessage } from "./trace-message";

/** A message on its way through the tracker. */
export type Passing = {
  open: OpenCall;
  seen: TraceMessage;
  read: SipMessage;
  facts: MessageFacts;
  now: number;
};

export type LegWatch = {
  legs: LegIndex;
  /** The open call of a Call-ID. */
  callOf(callId: string): OpenCall | undefined;
  expect?(media: ExpectedMedia): void;
};

/** Looks at a message for what ties calls together, and for the media it announces. */
export function watchForLegs(watch: LegWatch, passing: Passing): void {
  const { open, read, facts } = passing;
  if (open.call.kind !== "call") return;
  if (read.kind === "request") {
    if (facts.method === "INVITE" && facts.toTag === "") takeInvite(watch, passing);
    else if (facts.method === "REFER") takeRefer(watch, passing);
  }
  if (read.body.end > read.body.start) takeDescription(watch, passing);
}

function takeInvite({ legs, callOf }: LegWatch, passing: Passing): void {
  const { open, read, facts, now } = passing;
  if (open.traits) {
    takeFurtherInvite(open, open.traits, passing);
    return;
  }
  open.traits = legTraitsOf(passing);
  legs.started(open, now);
  const replaced =
    (facts.signs & headerSigns.transfer) > 0
      ? firstValue(read, "Replaces")?.split(";", 1)[0]?.trim()
      : undefined;
  const before = replaced ? callOf(replaced) : undefined;
  if (before) legs.named(before, open, { kind: "replaces", value: replaced ?? "" });
  if (!legs.hasReferrals()) return;
  const target = targetKey(requestAddress(read));
  const referrer = legs.referrerOf(target, now);
  if (referrer) legs.named(referrer, open, { kind: "refer", value: target });
}

/** The same INVITE further on its way, or on another branch of it. */
function takeFurtherInvite(open: OpenCall, traits: LegTraits, { seen, facts }: Passing): void {
  const destination = seen.destination?.address;
  if (!destination || traits.destinations.includes(destination) || traits.destinations.length >= 16) return;
  traits.destinations.push(destination);
  if (facts.cseq !== open.progress.cseq) return;
  const source = seen.source?.address ?? "";
  if (traits.forwarders.includes(source)) open.signs |= callSigns.forking;
  else traits.forwarders = [...traits.forwarders, source];
}

/** RFC 3515: the call to come is to Refer-To; by RFC 3891 it may carry the Call-ID of the call that it replaces. */
function takeRefer({ legs, callOf }: LegWatch, { open, read, now }: Passing): void {
  const target = addressOf(read, "Refer-To");
  if (!target) return;
  legs.referred(open, targetKey(target), now);
  const replaces = target.parts.headers.find(({ name }) => name === "replaces")?.value ?? "";
  const replaced = replacedCallId(replaces);
  const other = replaced === "" ? undefined : callOf(replaced);
  if (other) legs.named(open, other, { kind: "replaces", value: replaced });
}

/** The Call-ID in an escaped Replaces (RFC 3891 section 6.1). */
export function replacedCallId(escaped: string): string {
  const plain = escaped.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return plain.split(";", 1)[0]?.trim() ?? "";
}

function targetKey(target: Address | undefined): string {
  return target ? `${target.user.toLowerCase()}@${target.host}` : "";
}

function takeDescription({ legs, expect }: LegWatch, { open, seen, read, facts, now }: Passing): void {
  const { text, body } = read;
  const described = text.slice(body.start, body.end);
  // A proxy passes descriptions on as they are, and a retransmission repeats them.
  if (open.described === described || open.describedBefore === described) return;
  open.describedBefore = open.described;
  open.described = described;
  const { origin, media } = announcedSession(text, body);
  const isCallers = facts.fromTag === open.progress.callerTag ? facts.isRequest : !facts.isRequest;
  const { traits } = open;
  if (traits && isCallers && traits.origin === "") traits.origin = origin;
  for (const { endpoints, payloads, security, srtpProfile } of media) {
    for (const endpoint of endpoints) {
      if (endpoint.port <= 0 || endpoint.address === "") continue;
      expect?.({ call: open.call.number, at: seen.at ?? now, endpoint, payloads, security, srtpProfile });
    }
    const [first] = endpoints;
    if (!traits || !first || first.port <= 0) continue;
    const places = isCallers ? traits.callerMedia : traits.calledMedia;
    const place = `${first.address}:${first.port}`;
    if (places.length >= 8 || places.includes(place)) continue;
    if (places.length > 0) places.push(place);
    else if (isCallers) traits.callerMedia = [place];
    else traits.calledMedia = [place];
    legs.announced(open, place, isCallers);
  }
}
