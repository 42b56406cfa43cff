import type { Endpoint } from "@/lib/captures/packet";
import { conversation } from "./call-scenario";
import { aCalled, aCaller, type Peer } from "./cast";
import { dialogBetween } from "./dialog";
import type { HeaderLine } from "./draft";
import { playCall } from "./play-call";
import { createScript, inTime, SCENARIO_START, type ScenarioMessage } from "./script";
import { token } from "./token";

/** The middleman: what the caller calls, and what calls the called side. */
export const middleman: Endpoint = { address: "198.51.100.60", port: 5060 };

/** Headers by which the two legs tell that they belong together. */
export const legMarks = ["session-id", "charging-vector", "x-call-id", "none"] as const;

type Options = {
  startedAt?: number;
  callId?: string;
  mark?: (typeof legMarks)[number];
  /** Whether sound goes through the middleman, and is in the trace. */
  hasSound?: boolean;
};

/** A call through a back-to-back user agent (RFC 7092): two calls with different Call-IDs, tags and contacts. */
export function b2buaCall({
  startedAt = SCENARIO_START,
  callId,
  mark = "none",
  hasSound,
}: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const [facingCaller, facingCalled] = [40_100, 40_200].map((port) => actingAs(port));
  const incoming = dialogBetween({ caller: aCaller, called: { ...aCalled, ...facingCaller }, callId });
  const outgoing = dialogBetween({
    caller: { ...aCaller, ...facingCalled },
    called: aCalled,
    callId: `b2b-${token(incoming.callId)}`,
  });
  const marks = markOf(mark, incoming.callId);
  const into = mark === "x-call-id" ? [] : marks;
  playCall(
    script,
    incoming,
    { path: [aCaller.place, middleman] },
    { headers: into, ringSeconds: 4.05, talkSeconds: 10 },
  );
  playCall(
    script,
    outgoing,
    { path: [middleman, aCalled.place], at: 0.03 },
    { headers: marks, talkSeconds: 9.99 },
  );
  const talk = { startedAt, ringSeconds: 4.05, talkSeconds: 9.9 };
  const sound = hasSound ? [incoming, outgoing].flatMap((dialog) => conversation(dialog, talk)) : [];
  return inTime([...script.messages, ...sound]);
}

function actingAs(mediaPort: number): Pick<Peer, "place" | "media" | "software"> {
  return {
    place: middleman,
    media: { address: middleman.address, port: mediaPort },
    software: "Exchange 12",
  };
}

function markOf(mark: (typeof legMarks)[number], callId: string): HeaderLine[] {
  if (mark === "session-id") return [["Session-ID", `${token(callId).repeat(4)};remote=${"0".repeat(32)}`]];
  if (mark === "charging-vector")
    return [["P-Charging-Vector", `icid-value=${token(callId)};icid-generated-at=198.51.100.5`]];
  return mark === "x-call-id" ? [["X-Call-ID", callId]] : [];
}
