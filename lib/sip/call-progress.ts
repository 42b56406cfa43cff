// How far a call has come, one message after the other: kept small, for it runs once for each message of a trace.
import type { CallKind } from "./call";
import type { CallState } from "./call-state";
import type { MessageFacts } from "./message-facts";

export type Progress = {
  kind: CallKind;
  startedAt?: number;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  endedBy?: "caller" | "called";
  /** Final status of the request that began it, in its latest attempt. */
  finalStatus?: number;
  /** Whether the called side was told of the call: any answer but 100. */
  isRinging: boolean;
  isAnswered: boolean;
  isCancelled: boolean;
  hasBye: boolean;
  /** Whether the BYE was accepted, so that nothing more is to come. */
  isByeAnswered: boolean;
  callerTag: string;
  /** Branch and CSeq of the request that began it (its latest attempt), where it was seen first. */
  branch: string;
  cseq: number;
};

export function newProgress(kind: CallKind): Progress {
  return {
    kind,
    startedAt: undefined,
    ringingAt: undefined,
    answeredAt: undefined,
    endedAt: undefined,
    endedBy: undefined,
    finalStatus: undefined,
    isRinging: false,
    isAnswered: false,
    isCancelled: false,
    hasBye: false,
    isByeAnswered: false,
    callerTag: "",
    branch: "",
    cseq: -1,
  };
}

/** Takes the next message of the call; `at` in microseconds, none when the trace does not tell. */
export function takeMessage(progress: Progress, facts: MessageFacts, at: number | undefined): void {
  if (progress.startedAt === undefined) progress.startedAt = at;
  if (facts.method === "BYE") takeBye(progress, facts, at);
  else if (facts.method === "CANCEL") takeCancel(progress, facts);
  else if (facts.method === "ACK") return;
  else if (progress.kind === "call" && facts.method !== "INVITE") return;
  else if (facts.isRequest) takeRequest(progress, facts);
  else takeResponse(progress, facts, at);
}

function takeCancel(progress: Progress, facts: MessageFacts): void {
  // A proxy that forked cancels the branches that lost; only the first hop's CANCEL is the caller's.
  if (facts.isRequest && !progress.isAnswered && isOfFirstHop(progress, facts)) progress.isCancelled = true;
}

function takeRequest(progress: Progress, facts: MessageFacts): void {
  if (facts.toTag !== "" || !isNewAttempt(progress, facts)) return;
  // A new CSeq outside a dialog is another attempt of the same client: after a challenge, a redirect, a refusal.
  if (progress.callerTag === "" || progress.kind !== "call") progress.callerTag = facts.fromTag;
  progress.branch = facts.branch;
  progress.cseq = facts.cseq;
  if (progress.isAnswered) return;
  progress.finalStatus = undefined;
  progress.endedAt = undefined;
  progress.isCancelled = false;
}

/** Not a retransmission, and not the same request one hop further. A device may register several users by one Call-ID. */
function isNewAttempt({ kind, cseq, callerTag }: Progress, facts: MessageFacts): boolean {
  if (facts.cseq > cseq) return true;
  return kind !== "call" && (facts.cseq !== cseq || facts.fromTag !== callerTag);
}

function takeResponse(progress: Progress, facts: MessageFacts, at: number | undefined): void {
  const { status } = facts;
  // Answers to a re-INVITE (a later CSeq) or to the far side's requests say nothing of how the call began.
  if (progress.cseq >= 0 && facts.cseq !== progress.cseq) return;
  if (progress.callerTag !== "" && facts.fromTag !== progress.callerTag) return;
  if (status < 200) {
    if (status === 100 || progress.isAnswered) return;
    if (!progress.isRinging) progress.ringingAt = at;
    progress.isRinging = true;
  } else if (status < 300) {
    if (!progress.isAnswered) progress.answeredAt = at;
    progress.isAnswered = true;
    progress.finalStatus = status;
  } else if (!progress.isAnswered && isOfFirstHop(progress, facts)) {
    // Where a proxy forks, one branch's refusal is not the call's: the answer on the first hop counts (RFC 3261 16.7).
    progress.finalStatus = status;
    progress.endedAt = at;
  }
}

function isOfFirstHop(progress: Progress, facts: MessageFacts): boolean {
  return progress.branch === "" || facts.branch === progress.branch;
}

function takeBye(progress: Progress, facts: MessageFacts, at: number | undefined): void {
  if (facts.isRequest) {
    if (!progress.hasBye) {
      progress.endedAt = at;
      if (progress.callerTag !== "")
        progress.endedBy = facts.fromTag === progress.callerTag ? "caller" : "called";
    }
    progress.hasBye = true;
  } else if (facts.status === 401 || facts.status === 407) {
    progress.hasBye = false;
  } else if (facts.status >= 200) {
    progress.isByeAnswered = true;
  }
}

/** Whether nothing more is expected: it may be handed out once the retransmissions have died down. */
export function isOver(progress: Progress): boolean {
  if (progress.kind !== "call") return progress.kind !== "subscription" || !progress.isAnswered;
  if (progress.hasBye) return true;
  return !progress.isAnswered && (progress.finalStatus ?? 0) >= 300;
}

export function callStateOf(progress: Progress): CallState {
  if (progress.kind !== "call") return stateOfRequest(progress);
  if (progress.isAnswered) return progress.hasBye ? "completed" : "answered";
  const status = progress.finalStatus;
  if (status === undefined) return stateOfUnfinished(progress);
  if (status < 400) return "redirected";
  if (status === 487 || (progress.isCancelled && status !== 486 && status !== 600)) return "cancelled";
  if (status === 486 || status === 600) return "busy";
  if (rejections.has(status)) return "rejected";
  if (status === 408 || status === 480) return progress.isRinging ? "unanswered" : "failed";
  return "failed";
}

/** Statuses by which somebody or something said no, and not that it could not be done. */
const rejections = new Set([401, 403, 407, 428, 433, 436, 437, 438, 603, 606, 607, 608]);

function stateOfUnfinished(progress: Progress): CallState {
  if (progress.isCancelled) return "cancelled";
  // A BYE may come where the answer itself was not captured.
  if (progress.hasBye) return "completed";
  if (progress.isRinging) return "ringing";
  return progress.cseq >= 0 ? "calling" : "unknown";
}

function stateOfRequest({ finalStatus, isAnswered, cseq }: Progress): CallState {
  if (isAnswered) return "completed";
  if (finalStatus === undefined) return cseq >= 0 ? "unanswered" : "unknown";
  if (finalStatus < 400) return "redirected";
  return rejections.has(finalStatus) ? "rejected" : "failed";
}
