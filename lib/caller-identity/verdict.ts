import type { Range } from "@/lib/sip/range";
import type { PassportReason } from "./passport/passport-reasons";

export const results = [
  "claimed",
  "network-asserted",
  "carrier-attested",
  "contradicted",
  "withheld",
] as const;
/** What a trace says of the caller's identity. Never who the caller is. */
export type VerdictResult = (typeof results)[number];

export const identitySources = [
  "From",
  "Contact",
  "P-Asserted-Identity",
  "P-Preferred-Identity",
  "Remote-Party-ID",
  "Diversion",
  "History-Info",
  "Referred-By",
  "Identity",
  "verstat",
  "Via received",
  "User-Agent",
  "SDP origin",
  "packet source",
] as const;

/** Who said it: the caller's own device, a network, a carrier by its signature, or the capture itself. */
export type Asserter = "caller" | "network" | "carrier" | "capture";

/** One thing that the trace says about the caller. */
export type AssertedIdentity = {
  source: (typeof identitySources)[number];
  /** As written. */
  value: string;
  displayName?: string;
  /** E.164 where the value holds a number in that form or can be read as one; digits only for comparison. */
  number?: string;
  asserter: Asserter;
  /** Host that handed the value over, as the capture saw it. */
  by?: string;
  /** Whether the capture saw the message before that host without the value, and after it with it. */
  isSeenAdded?: boolean;
  /** "declared": the person named that host as her provider's; "unknown": nobody did. */
  trust: "declared" | "unknown" | "none";
  /** Message and bytes that hold it. */
  message: number;
  range: Range;
};

export const contradictionCodes = [
  "FROM_DIFFERS_FROM_ASSERTED",
  "FROM_DIFFERS_FROM_SIGNED",
  "ASSERTED_DIFFERS_FROM_SIGNED",
  "REMOTE_PARTY_DIFFERS_FROM_ASSERTED",
  "PREFERRED_DIFFERS_FROM_ASSERTED",
  "ASSERTED_CHANGED_ON_THE_WAY",
  "DESTINATION_DIFFERS_FROM_SIGNED",
  "DISPLAY_NAME_HOLDS_OTHER_NUMBER",
  "VERIFICATION_FAILED_UPSTREAM",
  "SIGNATURE_INVALID",
  "SIGNED_LONG_BEFORE",
  "NUMBER_CHANGED_BETWEEN_LEGS",
] as const;

/** Two statements of the trace that cannot both be true of one caller. */
export type Contradiction = {
  code: (typeof contradictionCodes)[number];
  /** Whether both were made inside one trust boundary: only then is it worded as a sign of spoofing. */
  isInsideOneTrust: boolean;
  /** Indexes into `identities`. */
  between: number[];
  values: string[];
};

export const passportSteps = [
  "parse",
  "algorithm",
  "type",
  "extension",
  "certificate-address",
  "issued-at",
  "freshness",
  "certificate",
  "signature",
  "chain",
  "certificate-dates",
  "number-authority",
  "origin",
  "destination",
  "diversion",
  "origin-id",
] as const;

/** One step of checking a PASSporT; "not-checked" says by `reason` what was missing. */
export type PassportCheck = {
  step: (typeof passportSteps)[number];
  outcome: "passed" | "failed" | "not-checked" | "note";
  /** Code of the words that tell why; `values` fill them (passport/passport-reasons.ts). */
  reason: PassportReason;
  values?: Record<string, string>;
};

export type PassportReport = {
  message: number;
  range: Range;
  /** `ppt`: "shaken", "div", "rcd"; none for a plain PASSporT. */
  extension?: string;
  attestation?: "A" | "B" | "C";
  origin?: string;
  destinations: string[];
  /** Seconds since 1970, when it could be read. */
  issuedAt?: number;
  originId?: string;
  certificateAddress?: string;
  /** Service provider code of the signer's certificate, once the signature has been verified with it. */
  signer?: string;
  checks: PassportCheck[];
  /** "verified" when every step that matters passed; "failed" when one failed; else "not-verified". */
  result: "verified" | "failed" | "not-verified";
};

/** Whom to ask, with all that lets them find the call. */
export type WhoCanAnswer = {
  /** Operator as named in the trace: host, domain, or service provider code. */
  operator: string;
  /** Why them. */
  because: "signed" | "asserted" | "handed-over" | "redirected" | "gateway";
  /** "name: value" pairs ready for a letter: Call-ID, icid, origid, addresses and ports, UTC time. */
  facts: {
    name:
      | "time-utc"
      | "call-id"
      | "icid"
      | "orig-ioi"
      | "term-ioi"
      | "origid"
      | "session-id"
      | "from-address"
      | "to-address"
      | "caller-claimed"
      | "called"
      | "via";
    value: string;
  }[];
};

export type Verdict = {
  result: VerdictResult;
  attestation?: "A" | "B" | "C";
  /** What is shown as the caller's number by the displayed claim, as written; none when withheld. */
  claimed?: string;
  claimedName?: string;
  identities: AssertedIdentity[];
  contradictions: Contradiction[];
  /** True only for a contradiction inside one trust boundary. */
  isSpoofingIndicated: boolean;
  isWithheld: boolean;
  passports: PassportReport[];
  /** What was not looked at, or could not be. */
  notChecked: ("no-signature" | "no-certificate" | "trust-unknown" | "content-encrypted" | "body-cut")[];
  whoCanAnswer: WhoCanAnswer[];
};
