import type { Endpoint, Transport } from "@/lib/captures/packet";
import { aCalled, aCaller, type Peer } from "./cast";
import { type Dialog, dialogBetween } from "./dialog";
import { type CallCourse, playCall } from "./play-call";
import { createScript, inTime, SCENARIO_START, type ScenarioMessage } from "./script";
import { soundPackets } from "./sound";
import { token } from "./token";

export type CallOptions = CallCourse & {
  startedAt?: number;
  callId?: string;
  caller?: Peer;
  called?: Peer;
  transport?: Transport;
  /** Servers on the way, the one next to the caller first; none for a call from telephone to telephone. */
  servers?: readonly Endpoint[];
  /** Whether packets of sound are made too, and which keys the caller presses. */
  hasSound?: boolean;
  digits?: string;
};

/** A telephone call from INVITE to its end. By default: straight, answered after 4 seconds, 10 seconds long, no sound. */
export function callScenario(options: CallOptions = {}): ScenarioMessage[] {
  const { caller = aCaller, called = aCalled, servers = [], transport = "udp" } = options;
  const course = { ringSeconds: 4, talkSeconds: 10, ...options };
  const dialog = dialogBetween({ caller, called, transport, callId: options.callId });
  const script = createScript(options.startedAt ?? SCENARIO_START, transport);
  playCall(script, dialog, { path: [caller.place, ...servers, called.place] }, course);
  if (!options.hasSound || (options.outcome ?? "answered") !== "answered") return script.messages;
  return inTime([...script.messages, ...conversation(dialog, course)]);
}

type Talk = { startedAt?: number; ringSeconds: number; talkSeconds: number; digits?: string };

/** Sound both ways, from just after the answer to just before the end. */
export function conversation(
  { caller, called, callId }: Pick<Dialog, "caller" | "called" | "callId">,
  { startedAt = SCENARIO_START, ringSeconds, talkSeconds, digits }: Talk,
): ScenarioMessage[] {
  const time = { startedAt: startedAt + ringSeconds * 1e6 + 50_000, seconds: talkSeconds - 0.1 };
  const [there, back] = [ssrcOf(`${callId} caller`), ssrcOf(`${callId} called`)];
  return [
    ...soundPackets({ ...time, source: caller.media, destination: called.media, ssrc: there, digits }),
    ...soundPackets({ ...time, source: called.media, destination: caller.media, ssrc: back }),
  ];
}

function ssrcOf(text: string): number {
  return Number.parseInt(token(text), 16);
}
