import { compactVerify } from "jose";
import type { UploadedCertificate } from "../certificate/uploaded-certificate";
import type { PassportCheck } from "../verdict";
import { failed, notChecked, noted, passed } from "./passport-check";
import type { PassportToken } from "./token";

/** Which uploaded certificate signed the token, if it can be told, and the steps "certificate" and "signature". */
export type SignatureChecked = {
  checks: PassportCheck[];
  /** The one whose key made the signature; or the only one that could have, so that it can be looked at all the same. */
  signer?: UploadedCertificate;
  isVerified: boolean;
};

/** R and S of 32 bytes each (RFC 7518 section 3.4). */
const SIGNATURE_BYTES = 64;

export async function checkSignature(
  token: PassportToken,
  uploaded: readonly UploadedCertificate[],
): Promise<SignatureChecked> {
  const able = uploaded.filter(({ canSignCalls }) => canSignCalls);
  // Authorities rarely sign calls, so those who are none are tried first.
  const tried = [...able.filter((one) => !one.isAuthority), ...able.filter((one) => one.isAuthority)];
  const signer = await findSigner(token, tried);
  if (signer) {
    const checks = [
      passed("certificate", "CERTIFICATE_FITS", named(signer)),
      passed("signature", "SIGNATURE_VERIFIED"),
    ];
    return { checks, signer, isVerified: true };
  }
  const only = onlyOne(tried);
  const certificate = checkCertificate(uploaded, tried, only);
  return {
    checks: [certificate, checkFailure(token, certificate, tried.length)],
    signer: only,
    isVerified: false,
  };
}

async function findSigner(
  token: PassportToken,
  tried: readonly UploadedCertificate[],
): Promise<UploadedCertificate | undefined> {
  if (token.algorithm !== "ES256" || token.signatureBytes !== SIGNATURE_BYTES) return undefined;
  for (const certificate of tried) {
    for (const jws of token.jws) if (await isSignedBy(jws, certificate)) return certificate;
  }
  return undefined;
}

async function isSignedBy(jws: string, { x509 }: UploadedCertificate): Promise<boolean> {
  try {
    const key = await x509.publicKey.export({ name: "ECDSA", namedCurve: "P-256" }, ["verify"]);
    await compactVerify(jws, key, { algorithms: ["ES256"] });
    return true;
  } catch {
    return false;
  }
}

/** The certificate that a person means who uploads a single one, beside those that sign certificates. */
function onlyOne(tried: readonly UploadedCertificate[]): UploadedCertificate | undefined {
  const leaves = tried.filter(({ isAuthority }) => !isAuthority);
  const [only, ...others] = leaves.length > 0 ? leaves : tried;
  return others.length === 0 ? only : undefined;
}

function named({ subject, sha256 }: UploadedCertificate): Record<string, string> {
  return { subject, sha256 };
}

function checkCertificate(
  uploaded: readonly UploadedCertificate[],
  tried: readonly UploadedCertificate[],
  only: UploadedCertificate | undefined,
): PassportCheck {
  if (uploaded.length === 0) return notChecked("certificate", "NO_CERTIFICATE");
  if (tried.length === 0) return notChecked("certificate", "NO_SIGNING_CERTIFICATE");
  if (only) return noted("certificate", "ONLY_CERTIFICATE", named(only));
  return notChecked("certificate", "NO_CERTIFICATE_FITS", { tried: String(tried.length) });
}

function checkFailure(token: PassportToken, certificate: PassportCheck, tried: number): PassportCheck {
  if (token.algorithm !== "ES256") return notChecked("signature", "ALGORITHM_NOT_CHECKED");
  if (token.signatureBytes !== SIGNATURE_BYTES) return failed("signature", "SIGNATURE_MALFORMED");
  if (tried === 0) return notChecked("signature", certificate.reason);
  return failed("signature", "SIGNATURE_DOES_NOT_FIT", { tried: String(tried) });
}
