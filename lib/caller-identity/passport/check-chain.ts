import { type CertificateChain, chainOf, firstWithoutRight } from "../certificate/certificate-chain";
import type { UploadedCertificate } from "../certificate/uploaded-certificate";
import type { PassportCheck } from "../verdict";
import { failed, notChecked, passed } from "./passport-check";
import type { SignedCall } from "./signed-call";

/** The steps "chain" and "certificate-dates", for a signer that is known. */
export async function checkChain(
  signer: UploadedCertificate,
  uploaded: readonly UploadedCertificate[],
  call: SignedCall,
): Promise<PassportCheck[]> {
  const chain = await chainOf(signer, uploaded);
  return [checkLinks(chain, uploaded), checkDates(chain, call)];
}

function checkLinks(chain: CertificateChain, uploaded: readonly UploadedCertificate[]): PassportCheck {
  const { certificates, isWhole } = chain;
  const top = certificates.at(-1);
  if (!top) return notChecked("chain", "SIGNER_UNKNOWN");
  if (!isWhole) return checkMissingIssuer(top, uploaded);
  if (certificates.length === 1) return failed("chain", "SIGNED_BY_ITSELF", { subject: top.subject });
  const rightless = firstWithoutRight(chain);
  if (rightless) return failed("chain", "NOT_AN_AUTHORITY", { subject: rightless.subject });
  const values = { root: top.subject, sha256: top.sha256, links: String(certificates.length) };
  return passed("chain", "CHAIN_TO_UPLOADED_ROOT", values);
}

function checkMissingIssuer(
  top: UploadedCertificate,
  uploaded: readonly UploadedCertificate[],
): PassportCheck {
  const { subject, issuer } = top;
  const isThere = uploaded.some((one) => one.subject === issuer);
  if (isThere) return failed("chain", "CHAIN_SIGNATURE_WRONG", { subject, issuer });
  return notChecked("chain", "NO_ISSUER", { issuer });
}

/** Dates are set against the time of the call: a certificate that has run out since then was good when it signed. */
function checkDates({ certificates }: CertificateChain, { seenAt }: SignedCall): PassportCheck {
  const step = "certificate-dates";
  const [signer] = certificates;
  if (seenAt === undefined || !signer) return notChecked(step, "NO_CAPTURE_TIME");
  const call = iso(new Date(seenAt * 1000));
  const expired = certificates.find(({ validUntil }) => seenAt * 1000 > validUntil.getTime());
  if (expired) {
    return failed(step, "EXPIRED_AT_CALL", {
      subject: expired.subject,
      until: iso(expired.validUntil),
      call,
    });
  }
  const early = certificates.find(({ validFrom }) => seenAt * 1000 < validFrom.getTime());
  if (early) {
    return failed(step, "NOT_YET_VALID_AT_CALL", {
      subject: early.subject,
      from: iso(early.validFrom),
      call,
    });
  }
  return passed(step, "VALID_AT_CALL", { from: iso(signer.validFrom), until: iso(signer.validUntil) });
}

function iso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}
