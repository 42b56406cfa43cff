import type { CallState } from "./call-state";
import type { Finding, FindingCode } from "./finding";
import type { SipMessage } from "./message";
import type { StoryFindingCode } from "./story-finding-codes";
import type { TraceMessage } from "./trace-message";

/** A message of a call with what reading it gave. */
export type ReadMessage = {
  seen: TraceMessage;
  read: SipMessage;
  /** Number of the call it belongs to, and its own number in the trace. */
  call: number;
  number: number;
  /** Number of the message that this one repeats. */
  repeats?: number;
};

/** What happened, told from the messages of one or more calls that belong together (legs). Everything is derived. */
export type CallStory = {
  /** Numbers of the calls told, the asked one first. */
  calls: number[];
  state: CallState;
  /** Microseconds; each only when the trace shows it. */
  startedAt?: number;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  /** Which side ended an answered call: by whose BYE. */
  endedBy?: "caller" | "called";
  /** Final status of the first INVITE, e.g. 486. */
  finalStatus?: number;
  hasEarlyMedia: boolean;
  messages: ReadMessage[];
  hosts: Host[];
  parties: Party[];
  shapes: Shape[];
  security: HopSecurity[];
  media: MediaPath[];
  findings: StoryFinding[];
};

export const hostRoles = [
  "caller",
  "called",
  "proxy",
  "b2bua",
  "redirect-server",
  "registrar",
  "gateway",
  "target",
  "scanner",
  "host",
] as const;

/** A column of the ladder: an address that sent or got a message. */
export type Host = {
  /** Address, or address:port where one address plays two parts. */
  id: string;
  address: string;
  ports: number[];
  role: (typeof hostRoles)[number];
  /** User-Agent or Server as it wrote itself. */
  software: string[];
};

export const partyRoles = [
  "caller",
  "called",
  "answered",
  "transferrer",
  "transferee",
  "transfer-target",
  "middleman",
  "redirect-target",
  "forwarded-from",
] as const;
/** Somebody whom the signalling names; the name is that somebody's claim or a server's. */
export type Party = {
  role: (typeof partyRoles)[number];
  /** URI as written. */
  uri: string;
  displayName?: string;
  /** Column it spoke from, where one did. */
  host?: string;
  /** Number of the message that names it. */
  message: number;
};

/** The forms a call took. Each names the messages that show it. */
export type Shape = { messages: number[] } /** `called`: those of the targets that were then called. */ & (
  | { kind: "redirect"; status: number; from: string; targets: string[]; server?: string; called?: string[] }
  | { kind: "proxy"; hosts: string[]; isOutbound: boolean }
  | {
      kind: "forking";
      at?: string;
      branches: { host?: string; uri: string; status?: number; isPicked: boolean; isCancelled?: boolean }[];
    }
  | {
      kind: "transfer";
      isAttended: boolean;
      transferrer: string;
      transferee: string;
      target: string;
      outcome: "accepted" | "completed" | "failed" | "unknown";
      /** Who was connected with whom, in the order of time; `call` is the call that connected them. */
      connections?: { from: string; to: string; call: number }[];
    }
  | {
      kind: "b2bua";
      host?: string;
      incoming: number;
      outgoing: number;
      score: number;
      evidence: string[];
      caller?: string;
      middleman?: string;
      called?: string;
    }
  | { kind: "third-party-control"; controller: string; sides: string[] }
  | {
      kind: "registration";
      registrar: string;
      address: string;
      contacts: string[];
      outcome: "registered" | "refused" | "removed" | "unknown";
    }
  | { kind: "forwarding"; from: string[]; to: string; reason?: string; header: "Diversion" | "History-Info" }
  | { kind: "gateway"; host?: string; hints: string[] }
  | { kind: "scanner"; host: string; signs: string[] }
  | {
      kind: "digest";
      host: string;
      algorithm: string;
      username?: string;
      outcome: "accepted" | "refused" | "unanswered";
    }
);

/** What protected one hop, as far as the trace shows. */
export type HopSecurity = {
  from: string;
  to: string;
  signalling: "none" | "tls" | "ipsec" | "unknown";
  /** Algorithm of the digest that the server asked for ("MD5", "SHA-256"). */
  digest?: string;
  certificate?: { subject?: string; issuer?: string; isClient: boolean };
  hasPreSharedKey?: boolean;
  media: "none" | "srtp-sdes" | "srtp-dtls" | "zrtp" | "unknown" | "no-media";
};

/** Where sound was announced and where it really came from. */
export type MediaPath = {
  kind: string;
  /** Announced in SDP: address:port of each side. */
  announced: { host?: string; address: string; port: number; message: number }[];
  /** Index into the calls' streams, in their order. */
  streams: number[];
  direction: "both" | "one" | "none" | "unknown";
  /** Sources of media that no SDP had announced. */
  unannounced: string[];
};

/** An oddity of the whole call, and the message where it shows; `tellCall` leaves what is odd about one message in its `read`. */
export type StoryFinding = Omit<Finding, "code"> & { code: StoryFindingCode | FindingCode; message?: number };
