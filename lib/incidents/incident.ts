import type { Presentation } from "@/lib/caller-identity/presentation";
import type { IncidentId } from "@/lib/platform/ids";
import type { CallTime } from "./call-time";

/** How the call reached the person. */
export const callResults = [
  "answered",
  "missed",
  "voicemail",
  "hung-up",
  "silent",
  "rejected",
  "blocked",
  "text",
  "unknown",
] as const;
export type CallResult = (typeof callResults)[number];

/** What the call was, in the words of the checklists (several may hold). */
export const callKinds = [
  "threat-death",
  "threat-injury",
  "threat-property",
  "threat-sexual",
  "threat-family",
  "threat-bomb",
  "threat-images",
  "extortion",
  "abuse",
  "obscene",
  "silent",
  "heavy-breathing",
  "hang-up",
  "recorded-voice",
  "impersonation",
  "other",
] as const;
export type CallKind = (typeof callKinds)[number];

export const threatKinds: readonly CallKind[] = callKinds.filter(
  (kind) => kind.startsWith("threat-") || kind === "extortion",
);

export const voiceTraits = [
  "man",
  "woman",
  "child",
  "young",
  "old",
  "familiar",
  "calm",
  "angry",
  "excited",
  "whispered",
  "loud",
  "soft",
  "slow",
  "rapid",
  "deep",
  "high",
  "raspy",
  "slurred",
  "stutter",
  "laughing",
  "crying",
  "accent",
  "disguised",
  "distorted",
  "computer-voice",
  "read-out",
  "recording",
  "intoxicated",
] as const;
export type VoiceTrait = (typeof voiceTraits)[number];

export const backgroundSounds = [
  "quiet",
  "voices",
  "traffic",
  "train",
  "plane",
  "music",
  "television",
  "house-noises",
  "kitchen",
  "children",
  "animals",
  "office",
  "machinery",
  "bar",
  "street",
  "public-address",
  "static",
  "echo",
] as const;
export type BackgroundSound = (typeof backgroundSounds)[number];

export const verifiedMarks = ["none", "verified", "warning", "unknown"] as const;
export type VerifiedMark = (typeof verifiedMarks)[number];

export const answers = ["yes", "no", "unknown"] as const;
export type Answer = (typeof answers)[number];

export const traceResults = ["not-tried", "worked", "failed", "unknown"] as const;
export type TraceResult = (typeof traceResults)[number];

/** What the phone showed: a claim by whoever placed the call, kept exactly as it was read. */
export type ShownCaller = {
  /** As shown on the phone, character by character; empty when nothing was shown or seen. */
  number: string;
  /** The number in E.164, when it can be read as one at all. */
  e164?: string;
  presentation: Presentation;
  name: string;
  verifiedMark: VerifiedMark;
};

/** One version of a logged call. Free text is exactly as typed; an empty string or list means "not said". */
export type IncidentContent = {
  whatHappened: string;
  time: CallTime;
  shown: ShownCaller;
  /** E.164 or raw text of the person's own number that was called. */
  calledNumber: string;
  result: CallResult;
  durationSeconds?: number;
  kinds: CallKind[];
  /** Verbatim words of the caller, kept apart from the account of the call. */
  exactWords: string;
  voice: VoiceTrait[];
  voiceNotes: string;
  background: BackgroundSound[];
  backgroundNotes: string;
  whatISaid: string;
  toldToStop: Answer;
  callTrace: TraceResult;
  /** When the call trace was dialled, in the person's words ("22:17, right after"). */
  callTraceNotes: string;
  witnesses: string;
  effect: string;
};

/** A version with its place in the history of its entry. */
export type IncidentVersion = {
  version: number;
  writtenAt: Date;
  /** Why the entry was amended; empty for version 1. */
  reason: string;
  content: IncidentContent;
};

export type Incident = IncidentVersion & {
  id: IncidentId;
  /** When the entry was first written, whatever was amended since. */
  firstWrittenAt: Date;
};

/** An entry in its newest version, and all versions oldest first. */
export type IncidentHistory = { incident: Incident; versions: IncidentVersion[] };
