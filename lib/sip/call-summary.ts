import type { Transport } from "@/lib/captures/packet";
import type { CallKind } from "./call";
import { callStateOf, type Progress } from "./call-progress";
import type { CallState } from "./call-state";
import type { Shape } from "./call-story";
import { displayText } from "./display-text";
import { isControllerLink, isMiddlemanLink } from "./legs";
import { headerSigns } from "./message-facts";
import { callSigns, type FirstSight, type OpenCall } from "./open-call";
import { readAddress } from "./story/address";

/** Whom From or To names: a claim of the sender's, in the parts that a list shows. */
export type ClaimedParty = { name?: string; user: string; host: string };

export type ShapeKind = Shape["kind"];

/** A row in the list of a trace's calls: small, plain JSON, made while the trace is read. */
export type CallSummary = {
  number: number;
  kind: CallKind;
  /** Microseconds; each only when the trace tells. */
  startedAt?: number;
  endedAt?: number;
  /** From the answer to the end; only when both were seen. */
  answeredSeconds?: number;
  state: CallState;
  finalStatus?: number;
  from: ClaimedParty;
  to: ClaimedParty;
  /** Address that sent its first message. */
  source?: string;
  software?: string;
  /** Counted even where a long call's messages were not all kept. */
  messages: number;
  hosts: number;
  /** What it looks like at a glance; the story tells which of it holds. */
  shapes: ShapeKind[];
  /** Numbers of the calls that seem to be other legs of it. */
  legs: number[];
  hasIdentityHeader: boolean;
  isWithheld: boolean;
  /** Findings of its single messages. */
  findings: { broken: number; odd: number };
  streams: number;
  transports: Transport[];
};

/** Sums a call up when it is handed out. */
export function summaryOf(open: OpenCall): CallSummary {
  const { call, progress, first, signs } = open;
  const from = claimedPartyOf(first.from);
  // Filled step by step: what the trace does not tell has no key, and nothing is copied.
  const summary = { number: call.number, kind: call.kind } as CallSummary;
  addTimes(summary, progress);
  summary.state = callStateOf(progress);
  if (progress.finalStatus !== undefined) summary.finalStatus = progress.finalStatus;
  summary.from = from;
  summary.to = claimedPartyOf(first.to);
  const source = call.messages[0]?.source?.address;
  if (source !== undefined) summary.source = source;
  if (first.agent !== "") summary.software = displayText(first.agent);
  summary.messages = open.count;
  summary.hosts = open.hosts.length;
  summary.shapes = shapeKindsOf(open);
  summary.legs = call.legs.map(({ call }) => call);
  summary.hasIdentityHeader = (signs & headerSigns.identity) > 0;
  summary.isWithheld = isWithheld(first, from);
  summary.findings = { broken: open.broken, odd: open.odd };
  summary.streams = call.streams.length;
  summary.transports = open.transports;
  return summary;
}

function addTimes(summary: CallSummary, { kind, startedAt, answeredAt, endedAt }: Progress): void {
  if (startedAt !== undefined) summary.startedAt = startedAt;
  if (endedAt !== undefined) summary.endedAt = endedAt;
  if (kind !== "call" || answeredAt === undefined || endedAt === undefined) return;
  summary.answeredSeconds = Math.round((endedAt - answeredAt) / 1000) / 1000;
}

/** The usual form, which needs no closer reading. */
const usualParty = /^(?:"([^"\\]*)" ?|([\w.+-]*) ?)<sips?:([^@:;?>%"<]*)@([\w.-]+)[>:;]/;

function claimedPartyOf(written: string): ClaimedParty {
  if (written === "") return { user: "", host: "" };
  const usual = usualParty.exec(written);
  if (usual) {
    const [, quoted, plain, user = "", host = ""] = usual;
    const name = displayText(quoted || plain || "");
    return name === "" ? { user, host: host.toLowerCase() } : { name, user, host: host.toLowerCase() };
  }
  const { displayName, user, host } = readAddress(written);
  return displayName === undefined ? { user, host } : { name: displayName, user, host };
}

/** Whether the caller's name and number are asked to be hidden, or are (RFC 3323, RFC 3261 section 8.1.1.3). */
function isWithheld({ privacy }: FirstSight, from: ClaimedParty): boolean {
  if (privacy !== "" && /\b(?:id|user|header|session)\b/i.test(privacy)) return true;
  return from.host === "anonymous.invalid" || from.user.toLowerCase() === "anonymous";
}

const shapeOfSign: [sign: number, kind: ShapeKind][] = [
  [headerSigns.proxied, "proxy"],
  [headerSigns.forwarding, "forwarding"],
  [headerSigns.digest, "digest"],
  [headerSigns.transfer, "transfer"],
  [callSigns.redirect, "redirect"],
  [callSigns.forking, "forking"],
];

function shapeKindsOf({ signs, call }: OpenCall): ShapeKind[] {
  const kinds: ShapeKind[] = [];
  for (const [sign, kind] of signs === 0 ? [] : shapeOfSign) if ((signs & sign) > 0) kinds.push(kind);
  if (call.kind === "registration") kinds.push("registration");
  if (call.legs.some(isMiddlemanLink)) kinds.push("b2bua");
  if (call.legs.some(isControllerLink)) kinds.push("third-party-control");
  return kinds;
}
