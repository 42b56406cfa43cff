import type { MediaWatch } from "@/lib/captures/media-watch";
import type { Call } from "./call";
import { isOver } from "./call-progress";
import { createCallQueue } from "./call-queue";
import { type CallSummary, summaryOf } from "./call-summary";
import { createLegIndex } from "./leg-index";
import { type LegWatch, watchForLegs } from "./leg-watch";
import type { SipMessage } from "./message";
import { factsOf, type MessageFacts } from "./message-facts";
import { type OpenCall, openCall, takeIn } from "./open-call";
import type { TraceMessage } from "./trace-message";

export type CallLimits = {
  /** Calls held open at once; the one that waited longest is handed out early. */
  maxOpenCalls: number;
  /** Bytes of messages held at once. */
  maxOpenBytes: number;
  /** Messages and bytes kept of one call; what comes after is counted and left out. */
  maxCallMessages: number;
  maxCallBytes: number;
};

export const callLimits: CallLimits = {
  maxOpenCalls: 50_000,
  maxOpenBytes: 64 * 1024 * 1024,
  maxCallMessages: 2_000,
  maxCallBytes: 4 * 1024 * 1024,
};

/** Where the tracker gets the sound of a call from. */
export type CallMedia = Pick<MediaWatch, "expect" | "takeStreams">;

export type CallTracker = {
  message(seen: TraceMessage, read: SipMessage): void;
  /** Hands out all that is still open. */
  end(): void;
};

const maxPutAside = 10_000;

const second = 1_000_000;
/** 64 * T1, RFC 3261 section 17: by then every retransmission of a transaction has died down. */
const linger = 32 * second;
/** A request without a final answer: Timer C of a proxy is three minutes, and each 18x sets it anew (16.6 step 11). */
const unansweredIdle = 600 * second;
/** An answered call may be silent until its BYE; with session timers (RFC 4028) it speaks every half hour. */
const answeredIdle = 4 * 3600 * second;

/**
 * Groups messages into calls by their Call-ID, as they come. A call is handed out when it is over and nothing more has
 * come for 32 to 64 s of capture time, when it has been idle for hours, when there is no more room, or at the end.
 */
export function createCallTracker(options: {
  onCall(call: Call, summary: CallSummary): void;
  media?: CallMedia;
  limits?: Partial<CallLimits>;
}): CallTracker {
  const limits = { ...callLimits, ...options.limits };
  const byKey = new Map<string, OpenCall>();
  // Calls in the order in which they are looked at again; every look is 32 s after the one before.
  const waiting = createCallQueue();
  const callOf = (callId: string) => byKey.get(callId);
  const legs = createLegIndex(callOf);
  const watch: LegWatch = {
    legs,
    callOf,
    ...(options.media ? { expect: options.media.expect } : {}),
  };
  let calls = 0;
  const putAside = new Map<string, number>();
  let openBytes = 0;
  // Capture time: that of the newest message which has one.
  let now = 0;

  function close(open: OpenCall): void {
    open.isOpen = false;
    openBytes -= open.bytes;
    byKey.delete(open.key);
    legs.settle(open);
    if (!isOver(open.progress)) remember(open.call);
    if (open.described !== "" && options.media) {
      open.call.streams = options.media.takeStreams(open.call.number, untilOf(open));
    }
    options.onCall(open.call, summaryOf(open));
  }

  /** A call that may go on is remembered by its Call-ID, so that what comes later can say what it continues. */
  function remember({ callId, number }: Call): void {
    if (callId === "") return;
    putAside.set(callId, number);
    if (putAside.size <= maxPutAside) return;
    for (const oldest of putAside.keys()) return void putAside.delete(oldest);
  }

  function lookAgain(): void {
    for (let next = waiting.first(); next && next.lookAt <= now; next = waiting.first()) {
      waiting.take();
      if (isDue(next, now)) close(next);
      else wait(next);
    }
  }

  function wait(open: OpenCall): void {
    open.lookAt = now + linger;
    waiting.add(open);
  }

  function makeRoom(): void {
    while (byKey.size > limits.maxOpenCalls || openBytes > limits.maxOpenBytes) {
      const next = waiting.take();
      if (!next) return;
      next.call.isShortened ||= !isOver(next.progress);
      close(next);
    }
  }

  function openFor(seen: TraceMessage, read: SipMessage, facts: MessageFacts): OpenCall {
    // Without a Call-ID, what stands alone is told apart by its transaction.
    const key = facts.callId === "" ? `\0${facts.branch}` : facts.callId;
    const known = byKey.get(key);
    if (known) return known;
    const open = openCall({ number: ++calls, key, seen, first: read, facts });
    const continued = putAside.size > 0 ? putAside.get(key) : undefined;
    if (continued !== undefined) open.call.continues = continued;
    byKey.set(key, open);
    wait(open);
    return open;
  }

  function keep(open: OpenCall, seen: TraceMessage): void {
    const { call } = open;
    const bytes = seen.text.length;
    if (call.messages.length >= limits.maxCallMessages || open.bytes + bytes > limits.maxCallBytes) {
      call.isShortened = true;
      return;
    }
    call.messages.push(seen);
    open.bytes += bytes;
    openBytes += bytes;
  }

  return {
    message(seen, read) {
      const facts = factsOf(read);
      const open = openFor(seen, read, facts);
      if (seen.at !== undefined) now = seen.at;
      takeIn(open, seen, read, facts);
      open.lastAt = now;
      keep(open, seen);
      watchForLegs(watch, { open, seen, read, facts, now });
      lookAgain();
      makeRoom();
    },
    end() {
      for (const open of byKey.values()) close(open);
    },
  };
}

function isDue({ progress, lastAt }: OpenCall, now: number): boolean {
  const idle = now - lastAt;
  if (isOver(progress)) return idle >= linger;
  return idle >= (progress.isAnswered ? answeredIdle : unansweredIdle);
}

/** Sound goes on for a moment after a BYE, and ends by the time at which nothing more of the call is waited for. */
function untilOf({ progress, lastAt }: OpenCall): number | undefined {
  return isOver(progress) && lastAt > 0 ? lastAt + linger : undefined;
}
