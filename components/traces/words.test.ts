import { describe, expect, test } from "vitest";
import { passportReasons } from "@/lib/caller-identity/passport/passport-reasons";
import {
  type AssertedIdentity,
  type Asserter,
  contradictionCodes,
  identitySources,
  type PassportCheck,
  type PassportReport,
  passportSteps,
  results,
  type Verdict,
  type WhoCanAnswer,
} from "@/lib/caller-identity/verdict";
import { captureFindingCodes } from "@/lib/captures/capture-finding";
import { transports } from "@/lib/captures/packet";
import { protocols, sightingDetails } from "@/lib/captures/sighting";
import { readingStates } from "@/lib/evidence/reading";
import { callKinds, legEvidence } from "@/lib/sip/call";
import { callStates } from "@/lib/sip/call-state";
import {
  type CallStory,
  type HopSecurity,
  hostRoles,
  type MediaPath,
  partyRoles,
  type Shape,
} from "@/lib/sip/call-story";
import type { Weight } from "@/lib/sip/finding";
import { messageFindingCodes } from "@/lib/sip/finding-codes";
import { gatewayHints } from "@/lib/sip/shapes/gateway";
import { storyFindingCodes } from "@/lib/sip/story-finding-codes";
import { traceFormats } from "@/lib/sip/trace-totals";
import en from "@/messages/en.json";
import { codeWords } from "./code-words";
import { matchReasonKinds } from "./match-form";

/** Every member of a union type: one that is forgotten, or made up, does not compile. */
function all<Code extends string>(codes: Record<Code, true>): Code[] {
  return Object.keys(codes) as Code[];
}

type Outcome<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind; outcome: string }>["outcome"];

const codes: Partial<Record<keyof typeof en.traces, readonly string[]>> = {
  states: callStates,
  kinds: callKinds,
  hostRoles,
  ladderRoles: hostRoles,
  partyRoles,
  legEvidence,
  transports,
  protocols,
  sightingDetails,
  captureFindings: captureFindingCodes,
  findings: messageFindingCodes,
  storyFindings: storyFindingCodes,
  gatewayHints,
  scannerSigns: ["many-refusals"],
  passportReasons,
  passportSteps,
  contradictions: contradictionCodes,
  results,
  identitySources,
  formats: traceFormats,
  traceStates: readingStates,
  matchReasons: matchReasonKinds,
  weights: all<Weight>({ broken: true, odd: true, note: true }),
  endedBy: all<NonNullable<CallStory["endedBy"]>>({ caller: true, called: true }),
  mediaDirections: all<MediaPath["direction"]>({ both: true, one: true, none: true, unknown: true }),
  signalling: all<HopSecurity["signalling"]>({ none: true, tls: true, ipsec: true, unknown: true }),
  hopProtection: all<HopSecurity["signalling"]>({ none: true, tls: true, ipsec: true, unknown: true }),
  mediaSecurity: all<HopSecurity["media"] | "srtp">({
    none: true,
    srtp: true,
    "srtp-sdes": true,
    "srtp-dtls": true,
    zrtp: true,
    unknown: true,
    "no-media": true,
  }),
  asserters: all<Asserter>({ caller: true, network: true, carrier: true, capture: true }),
  trust: all<AssertedIdentity["trust"]>({ declared: true, unknown: true, none: true }),
  notChecked: all<Verdict["notChecked"][number]>({
    "no-signature": true,
    "no-certificate": true,
    "trust-unknown": true,
    "content-encrypted": true,
    "body-cut": true,
  }),
  attestations: all<NonNullable<Verdict["attestation"]>>({ A: true, B: true, C: true }),
  passportResults: all<PassportReport["result"]>({ verified: true, failed: true, "not-verified": true }),
  passportOutcomes: all<PassportCheck["outcome"]>({
    passed: true,
    failed: true,
    "not-checked": true,
    note: true,
  }),
  answerReasons: all<WhoCanAnswer["because"]>({
    signed: true,
    asserted: true,
    "handed-over": true,
    redirected: true,
    gateway: true,
  }),
  answerFacts: all<WhoCanAnswer["facts"][number]["name"]>({
    "time-utc": true,
    "call-id": true,
    icid: true,
    "orig-ioi": true,
    "term-ioi": true,
    origid: true,
    "session-id": true,
    "from-address": true,
    "to-address": true,
    "caller-claimed": true,
    called: true,
    via: true,
  }),
  shapeKinds: all<Shape["kind"]>({
    redirect: true,
    proxy: true,
    forking: true,
    transfer: true,
    b2bua: true,
    "third-party-control": true,
    registration: true,
    forwarding: true,
    gateway: true,
    scanner: true,
    digest: true,
  }),
  transferOutcomes: all<Outcome<"transfer">>({
    accepted: true,
    completed: true,
    failed: true,
    unknown: true,
  }),
  registrationOutcomes: all<Outcome<"registration">>({
    registered: true,
    refused: true,
    removed: true,
    unknown: true,
  }),
  digestOutcomes: all<Outcome<"digest">>({ accepted: true, refused: true, unanswered: true }),
};

test.each(Object.entries(codes))("%s: each code has its words, and no words lack a code", (space, listed) => {
  expect(Object.keys(en.traces[space as keyof typeof en.traces]).sort()).toEqual([...listed].sort());
});

describe("the words of a trace", () => {
  const said = JSON.stringify(en.traces);

  test.each(["the caller is ", "admissible", "criminal", "guilty", "fake", "please", "sorry"])(
    "never say “%s”",
    (never) => {
      expect(said.toLowerCase()).not.toContain(never);
    },
  );

  test("a code without words stands for itself, so that nothing of the evidence is left out", () => {
    expect(codeWords("traces.findings", "NOT_KNOWN_YET")).toBe("NOT_KNOWN_YET");
  });

  test("words whose values are missing do not stop the page", () => {
    expect(codeWords("traces.passportReasons", "FRESH")).toBe("FRESH");
  });
});
