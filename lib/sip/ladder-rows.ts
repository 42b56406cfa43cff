import type { CallStory, HopSecurity, ReadMessage, StoryFinding } from "./call-story";
import type { Weight } from "./finding";
import type { ArrowKind, LadderMark, MessageRow } from "./ladder";
import type { Places } from "./ladder-columns";
import { descriptionOf, labelOf } from "./ladder-label";
import type { SipMessage } from "./message";

// RFC 3261 section 22: asking for a log-in, which is a step on the way and no refusal.
const challenges = [401, 407];

const heaviestFirst: readonly Weight[] = ["broken", "odd", "note"];

/** One row for each message that is not a retransmission, in the order of the trace. */
export function messageRowsOf(story: CallStory, places: Places, startedAt: number | undefined): MessageRow[] {
  const rows = new Map<number, MessageRow>();
  const findings = findingsByMessage(story.findings);
  let before = startedAt;
  for (const message of story.messages) {
    const original = message.repeats === undefined ? undefined : rows.get(message.repeats);
    if (original) {
      original.repeats.push(message.number);
      continue;
    }
    const row = rowOf(message, findings.get(message.number) ?? [], places.ofMessage(message));
    rows.set(message.number, {
      ...row,
      ...timesOf(row.at, startedAt, before),
      ...securityOf(row, story, places),
    });
    before = row.at ?? before;
  }
  return [...rows.values()];
}

function findingsByMessage(findings: readonly StoryFinding[]): Map<number, StoryFinding[]> {
  const found = new Map<number, StoryFinding[]>();
  for (const finding of findings) {
    if (finding.message === undefined) continue;
    found.set(finding.message, [...(found.get(finding.message) ?? []), finding]);
  }
  return found;
}

type Ends = { from: number; to: number };

function rowOf(message: ReadMessage, findings: readonly StoryFinding[], ends: Ends): MessageRow {
  const { read, seen } = message;
  const kind = arrowKindOf(read);
  const label = labelOf(read);
  const marks = marksOf([...read.findings, ...findings]);
  return {
    kind,
    ...ends,
    label,
    message: message.number,
    call: message.call,
    at: seen.at,
    repeats: [],
    marks,
    transport: seen.transport,
    security: "unknown",
    sameness: JSON.stringify([ends, label, marks, seen.transport, descriptionOf(read)]),
  };
}

function timesOf(at: number | undefined, startedAt: number | undefined, before: number | undefined) {
  if (at === undefined || startedAt === undefined) return {};
  return { sinceStart: at - startedAt, sinceBefore: at - (before ?? at) };
}

function securityOf(row: MessageRow, story: CallStory, { columns }: Places) {
  const ends = [columns[row.from]?.id, columns[row.to]?.id];
  const hop = story.security.find(({ from, to }) => ends.includes(from) && ends.includes(to));
  return { security: hop?.signalling ?? signallingOf(row.transport) };
}

function signallingOf(transport: MessageRow["transport"]): HopSecurity["signalling"] {
  if (transport === "unknown") return "unknown";
  return transport === "tls" ? "tls" : "none";
}

function arrowKindOf(read: SipMessage): ArrowKind {
  if (read.kind === "request") return "request";
  if (read.status < 200) return "provisional";
  if (read.status < 300) return "success";
  if (read.status < 400) return "redirect";
  return challenges.includes(read.status) ? "challenge" : "failure";
}

function marksOf(findings: readonly { weight: Weight }[]): LadderMark[] {
  return heaviestFirst
    .map((weight) => ({ weight, count: findings.filter((finding) => finding.weight === weight).length }))
    .filter(({ count }) => count > 0);
}
