import type { StoryFinding } from "../call-story";
import type { Transaction } from "../transaction";
import { findingAt } from "./finding-at";
import type { Line } from "./line";
import { beginnings, type Scene } from "./scene";

/** 64 * T1 (RFC 3261 section 17.1.1.2): by then a request has its answer or never gets one. */
const patienceUs = 32_000_000;
/** An ACK comes at once; by now it is missing, not late. */
const ackUs = 4_000_000;
const manyRepeats = 3;

export function transactionFindings(scene: Scene): StoryFinding[] {
  const lastAt = Math.max(0, ...scene.lines.map(({ seen }) => seen.at ?? 0));
  const acknowledged = new Set(
    scene.lines
      .filter(({ facts }) => facts.isRequest && facts.method === "ACK")
      .map(({ call, facts }) => `${call} ${facts.cseq}`),
  );
  const begun = new Map<number, number>();
  for (const { call, request } of beginnings(scene, "INVITE")) {
    begun.set(call, Math.min(begun.get(call) ?? request.number, request.number));
  }
  return scene.transactions.flatMap((one) => [
    ...repeatFindings(one),
    ...answerFindings(one, { lastAt, begunAt: begun.get(one.call) }),
    ...cancelFindings(one),
    ...ackFindings(one, { lastAt, acknowledged }),
  ]);
}

function repeatFindings({ lines, request }: Transaction): StoryFinding[] {
  const repeats = lines.filter(({ repeats }) => request && repeats === request.number);
  return repeats.length >= manyRepeats ? [findingAt("REPEATED_OFTEN", repeats.at(-1))] : [];
}

function answerFindings(
  one: Transaction,
  { lastAt, begunAt }: { lastAt: number; begunAt?: number },
): StoryFinding[] {
  const { request, final, lines, method } = one;
  if (!request) {
    const [first] = lines;
    const isInside = begunAt !== undefined && first !== undefined && first.number > begunAt;
    return isInside && !first.facts.isRequest ? [findingAt("RESPONSE_WITHOUT_REQUEST", first)] : [];
  }
  if (final || method === "ACK" || one.provisional > 0) return [];
  const at = request.seen.at;
  return at !== undefined && lastAt - at > patienceUs ? [findingAt("REQUEST_UNANSWERED", request)] : [];
}

function cancelFindings({ cancel, final }: Transaction): StoryFinding[] {
  const asked = cancel?.request;
  if (!asked || !final) return [];
  if (final.number < asked.number) return [findingAt("CANCEL_TOO_LATE", asked)];
  return final.facts.status < 300 ? [findingAt("ANSWERED_AFTER_CANCEL", final)] : [];
}

type Acks = { lastAt: number; acknowledged: Set<string> };

function ackFindings(one: Transaction, { lastAt, acknowledged }: Acks): StoryFinding[] {
  const { method, final, ack, call, cseq } = one;
  if (method !== "INVITE" || !final || ack) return [];
  if (final.facts.status < 300 && acknowledged.has(`${call} ${cseq}`)) return [];
  return isOverdue(final, lastAt) ? [findingAt("ACK_MISSING", final)] : [];
}

function isOverdue({ seen }: Line, lastAt: number): boolean {
  return seen.at !== undefined && lastAt - seen.at > ackUs;
}
