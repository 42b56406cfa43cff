import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { TraceMessage } from "./trace-message";

export const callKinds = ["call", "registration", "message", "subscription", "probe", "other"] as const;
/** By the request that began it: INVITE, REGISTER, MESSAGE, SUBSCRIBE/PUBLISH/NOTIFY, OPTIONS, anything else. */
export type CallKind = (typeof callKinds)[number];

/** All messages of one Call-ID, with the media that belongs to them: what a reader of a trace hands on. */
export type Call = {
  /** 1 for the first call of the trace. */
  number: number;
  kind: CallKind;
  callId: string;
  messages: TraceMessage[];
  /** Other calls of the trace that seem to be the same conversation. */
  legs: LegLink[];
  streams: RtpStream[];
  /** Whether messages were left out because the call passed a limit of the reader. */
  isShortened: boolean;
  /** Number of an earlier call with the same Call-ID that had been handed out already. */
  continues?: number;
};

export const legEvidence = [
  "session-id",
  "charging-vector",
  "linked-call-id",
  "replaces",
  "refer",
  "same-called-number",
  "same-caller-number",
  "near-in-time",
  "shared-host",
  "same-media-address",
  "same-sdp-origin",
  "answered-together",
  "ended-together",
  "only-call-at-host",
] as const;
/** `value` is what both legs hold: an identifier, number or address; for times the milliseconds between them. */
export type LegEvidence = { kind: (typeof legEvidence)[number]; value: string };

/** Why another call seems to be another leg of this one. Always inferred, never certain. */
export type LegLink = {
  /** Number of the other call. */
  call: number;
  /** "before": the other leg brought the call here; "after": it carried it on. */
  direction: "before" | "after";
  /** 0 to 1: how strongly the evidence speaks, by fixed weights (lib/sip/legs.ts). */
  score: number;
  evidence: LegEvidence[];
};
