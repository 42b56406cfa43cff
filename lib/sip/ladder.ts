import type { Transport } from "@/lib/captures/packet";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { CallStory, HopSecurity, Host } from "./call-story";
import type { Weight } from "./finding";
import { columnsOf } from "./ladder-columns";
import { foldRepeats } from "./ladder-folds";
import { mediaRowsOf, withMedia } from "./ladder-media";
import { messageRowsOf } from "./ladder-rows";

/** One place on the ladder. "side": the log does not tell addresses, only who spoke; "media": only sound came from there. */
export type LadderColumn = {
  id: string;
  kind: "host" | "side" | "media";
  role: Host["role"];
  address?: string;
  ports: number[];
  software: string[];
};

export const arrowKinds = ["request", "provisional", "success", "redirect", "challenge", "failure"] as const;
export type ArrowKind = (typeof arrowKinds)[number];

/** How many findings of one weight a message has. */
export type LadderMark = { weight: Weight; count: number };

/** One message as an arrow; `from` and `to` are indexes of columns, and equal when a host spoke to itself. */
export type MessageRow = {
  kind: ArrowKind;
  from: number;
  to: number;
  /** "INVITE (SDP)", "200 OK (INVITE)". */
  label: string;
  /** Number of the message in the trace, and of its call. */
  message: number;
  call: number;
  /** Microseconds: the instant, the time since the first message, and since the row before. */
  at?: number;
  sinceStart?: number;
  sinceBefore?: number;
  /** Numbers of the later messages that only repeat this one. */
  repeats: number[];
  /** The heaviest first. */
  marks: LadderMark[];
  transport: Transport;
  security: HopSecurity["signalling"];
  /** What makes two messages the same step when they come again and again. */
  sameness: string;
};

/** Sound in one direction; the numbers are summed over streams between the same two places with the same codec. */
export type MediaRow = {
  kind: "media";
  from: number;
  to: number;
  codec?: string;
  packets: number;
  seconds: number;
  lost: number;
  isEncrypted: boolean;
  at: number;
  sinceStart?: number;
  /** Indexes of the streams. */
  streams: number[];
};

/** Stands for steps that came again in the same way; the rows before it show them once. */
export type FoldRow = {
  kind: "fold";
  /** How many rows above are meant, and how often they came again. */
  steps: number;
  times: number;
  messages: number[];
  until?: number;
  untilSinceStart?: number;
};

export type LadderRow = MessageRow | MediaRow | FoldRow;
export type Ladder = { columns: LadderColumn[]; rows: LadderRow[]; startedAt?: number; messages: number };

/**
 * Lays a call out as a ladder: places side by side from the caller to the called, messages downwards in time.
 * Retransmissions are folded into the message they repeat, and steps that come again and again into one row.
 */
export function layOutLadder(story: CallStory, streams: readonly RtpStream[]): Ladder {
  const places = columnsOf(story, streams);
  const startedAt = story.messages.find(({ seen }) => seen.at !== undefined)?.seen.at;
  const messages = foldRepeats(messageRowsOf(story, places, startedAt));
  const media = mediaRowsOf({ story, streams, places, startedAt });
  return {
    columns: places.columns,
    rows: withMedia(messages, media),
    startedAt,
    messages: story.messages.length,
  };
}

export function isMessageRow(row: LadderRow): row is MessageRow {
  return row.kind !== "media" && row.kind !== "fold";
}
