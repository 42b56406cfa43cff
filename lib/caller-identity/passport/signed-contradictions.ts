import type { GatheredIdentity } from "../gathered-identity";
import type { Contradiction, PassportReport } from "../verdict";
import type { IdentitySource } from "../written-values";
import type { PassportReason } from "./passport-reasons";

type Told = {
  code: Contradiction["code"];
  against?: IdentitySource;
  values: string[];
  canBeTrusted: boolean;
};

/**
 * What a token says against the message that carries it. Inside one trust boundary stands only what a verified signature
 * of a carrier says of the caller: a wrong destination or time may also come of forwarding or of a wrong clock.
 */
export function signedContradictions(
  report: PassportReport,
  identities: readonly GatheredIdentity[],
): Contradiction[] {
  const ofToken = identities.findIndex(
    ({ message, range }) => message === report.message && range.start === report.range.start,
  );
  return report.checks
    .filter(({ outcome }) => outcome === "failed")
    .flatMap(({ reason, values = {} }) => told[reason]?.(values, report) ?? [])
    .map(({ code, against, values, canBeTrusted }) => ({
      code,
      isInsideOneTrust: canBeTrusted && isSignatureGood(report),
      between: [ofToken, ...placesOf(against, report, identities)].filter((place) => place >= 0),
      values,
    }));
}

type Values = Record<string, string>;

const told: Partial<Record<PassportReason, (values: Values, report: PassportReport) => Told[]>> = {
  ORIGIN_DIFFERS_FROM_FROM: ({ origin = "", from = "" }) => [
    { code: "FROM_DIFFERS_FROM_SIGNED", against: "From", values: [from, origin], canBeTrusted: true },
  ],
  ORIGIN_DIFFERS_FROM_ASSERTED: ({ origin = "", asserted = "" }) => [
    {
      code: "ASSERTED_DIFFERS_FROM_SIGNED",
      against: "P-Asserted-Identity",
      values: [asserted, origin],
      canBeTrusted: true,
    },
  ],
  DESTINATION_DIFFERS: ({ destination = "", to = "" }) => [
    { code: "DESTINATION_DIFFERS_FROM_SIGNED", values: [to, destination], canBeTrusted: false },
  ],
  ISSUED_LONG_BEFORE: ({ seconds = "" }) => [
    { code: "SIGNED_LONG_BEFORE", values: [seconds], canBeTrusted: false },
  ],
  SIGNATURE_MALFORMED: () => [{ code: "SIGNATURE_INVALID", values: [], canBeTrusted: false }],
  // With several certificates at hand, the signer's may be one that nobody uploaded.
  SIGNATURE_DOES_NOT_FIT: (_, { checks }) =>
    checks.some(({ reason }) => reason === "ONLY_CERTIFICATE")
      ? [{ code: "SIGNATURE_INVALID", values: [], canBeTrusted: false }]
      : [],
};

function isSignatureGood({ checks }: PassportReport): boolean {
  const isPassed = (step: string) =>
    checks.some((check) => check.step === step && check.outcome === "passed");
  return isPassed("signature") && isPassed("chain") && isPassed("certificate-dates");
}

/** The identity of the same message that is spoken against; the first of its kind where it was listed for an earlier one. */
function placesOf(
  against: IdentitySource | undefined,
  { message }: PassportReport,
  identities: readonly GatheredIdentity[],
): number[] {
  if (!against) return [];
  const here = identities.findIndex((one) => one.source === against && one.message === message);
  return [here >= 0 ? here : identities.findIndex(({ source }) => source === against)];
}
