import type { UploadedCertificate } from "../certificate/uploaded-certificate";
import type { GatheredIdentity } from "../gathered-identity";
import { type PassportCheck, type PassportReport, passportSteps } from "../verdict";
import { type CarriedToken, carriedTokens, checkAgainstCall } from "./carried-tokens";
import { checkAuthority } from "./check-authority";
import { checkChain } from "./check-chain";
import { attestationOf, checkForm, issuedAtOf } from "./check-form";
import { checkSignature, type SignatureChecked } from "./check-signature";
import { textAt } from "./json-claims";
import { namesIn } from "./party";
import { failed, notChecked, passed } from "./passport-check";
import type { PassportToken } from "./token";

/** Every Identity header, checked step by step in the order of `passportSteps`. Never throws. */
export async function checkPassports(
  identities: readonly GatheredIdentity[],
  certificates: readonly UploadedCertificate[],
): Promise<PassportReport[]> {
  const reports: PassportReport[] = [];
  const carried = carriedTokens(identities);
  for (const one of carried) reports.push(await reportOn(one, carried, certificates));
  return reports;
}

async function reportOn(
  one: CarriedToken,
  all: readonly CarriedToken[],
  certificates: readonly UploadedCertificate[],
): Promise<PassportReport> {
  const { identity, token } = one;
  const place = { message: identity.message, range: identity.range };
  if (typeof token === "string") {
    return { ...place, destinations: [], checks: unreadChecks(token), result: "failed" };
  }
  const signature = await checkSignature(token, certificates);
  const checks = inOrder([
    passed("parse", token.isRebuilt ? "TOKEN_REBUILT" : "TOKEN_READ"),
    ...checkForm(token, one.header),
    ...checkAgainstCall(one, all),
    ...signature.checks,
    ...(await checkSigner(one, token, signature, certificates)),
  ]);
  return { ...place, ...claimsOf(token), ...signerOf(signature), checks, result: resultOf(checks) };
}

function unreadChecks(fault: Extract<CarriedToken["token"], string>): PassportCheck[] {
  return passportSteps.map((step) => (step === "parse" ? failed(step, fault) : notChecked(step, "NO_TOKEN")));
}

async function checkSigner(
  { call }: CarriedToken,
  token: PassportToken,
  { signer, checks }: SignatureChecked,
  certificates: readonly UploadedCertificate[],
): Promise<PassportCheck[]> {
  if (signer) return [...(await checkChain(signer, certificates, call)), checkAuthority(token, signer)];
  const hasNone = checks.some(({ reason }) => reason === "NO_CERTIFICATE");
  const reason = hasNone ? "NO_CERTIFICATE" : "SIGNER_UNKNOWN";
  return (["chain", "certificate-dates", "number-authority"] as const).map((step) =>
    notChecked(step, reason),
  );
}

function inOrder(checks: readonly PassportCheck[]): PassportCheck[] {
  return passportSteps.flatMap((step) => checks.filter((check) => check.step === step));
}

function claimsOf(token: PassportToken) {
  return {
    ...(token.extension && { extension: token.extension }),
    attestation: attestationOf(token),
    origin: namesIn(token.origin)[0],
    destinations: namesIn(token.destination),
    issuedAt: issuedAtOf(token),
    originId: textAt(token.claims, "origid"),
    certificateAddress: token.certificateAddress,
  };
}

function signerOf({ signer, isVerified }: SignatureChecked): { signer?: string } {
  const numbers = signer?.numbers;
  const provider = typeof numbers === "object" ? numbers.providers[0] : undefined;
  return isVerified && signer ? { signer: provider ?? signer.subject } : {};
}

/** Steps whose outcome is told and does not change what the signature is worth. */
const withoutWeight: readonly PassportCheck["step"][] = ["origin-id"];
/** Steps that are notes where they do not apply, or always. */
const mayBeNotes: readonly PassportCheck["step"][] = ["certificate-address", "diversion"];

function resultOf(checks: readonly PassportCheck[]): PassportReport["result"] {
  const weighty = checks.filter(({ step }) => !withoutWeight.includes(step));
  if (weighty.some(({ outcome }) => outcome === "failed")) return "failed";
  const isVerified = weighty.every(
    ({ step, outcome }) => outcome === "passed" || (outcome === "note" && mayBeNotes.includes(step)),
  );
  return isVerified ? "verified" : "not-verified";
}
