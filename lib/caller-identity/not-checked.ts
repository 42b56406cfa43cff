import type { Call } from "@/lib/sip/call";
import { bodyParts } from "@/lib/sip/multipart";
import type { Way } from "./asserter";
import type { GatheredIdentity } from "./gathered-identity";
import type { PassportReport, Verdict } from "./verdict";

type Judged = {
  calls: readonly Call[];
  way: Way;
  identities: readonly GatheredIdentity[];
  passports: readonly PassportReport[];
  certificates: readonly string[];
};

/** What could not be looked at: each says how much the verdict leaves open. */
export function notCheckedIn(judged: Judged): Verdict["notChecked"] {
  const { way, identities, passports } = judged;
  return [
    ...(passports.length === 0 ? ["no-signature" as const] : []),
    ...(passports.some(wantsCertificate) ? ["no-certificate" as const] : []),
    ...(identities.some(isOfUnknownTrust) ? ["trust-unknown" as const] : []),
    ...(isEncrypted(judged) ? ["content-encrypted" as const] : []),
    ...(way.hops.some(({ seen }) => seen.isCut) ? ["body-cut" as const] : []),
  ];
}

function isOfUnknownTrust({ source, asserter, trust }: GatheredIdentity): boolean {
  return asserter === "network" && trust === "unknown" && source !== "Via received";
}

function wantsCertificate({ checks }: PassportReport): boolean {
  return checks.some(({ reason }) => reason === "NO_CERTIFICATE" || reason === "NO_SIGNING_CERTIFICATE");
}

/** Sound that nobody but the two ends can hear, or a body that only they can read (RFC 3261 section 23). */
function isEncrypted({ calls, way }: Judged): boolean {
  const isClosed = calls.some(({ streams }) =>
    streams.some(({ security }) => security && security !== "none"),
  );
  return (
    isClosed ||
    way.hops.some(({ read }) =>
      bodyParts(read).some(({ contentType }) => contentType === "application/pkcs7-mime"),
    )
  );
}
