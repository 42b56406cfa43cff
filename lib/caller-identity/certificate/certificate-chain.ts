import "reflect-metadata";
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509ChainBuilder,
} from "@peculiar/x509";
import type { UploadedCertificate } from "./uploaded-certificate";

/** From the signer up to the last issuer that was uploaded; `isWhole` when that one signed itself (a root). */
export type CertificateChain = { certificates: UploadedCertificate[]; isWhole: boolean };

/**
 * Builds the chain among the uploaded certificates. Each link's signature is verified; names, dates and rights are not:
 * see `firstWithoutRight` and the step "certificate-dates". Never throws.
 */
export async function chainOf(
  signer: UploadedCertificate,
  uploaded: readonly UploadedCertificate[],
): Promise<CertificateChain> {
  try {
    const builder = new X509ChainBuilder({ certificates: uploaded.map(({ x509 }) => x509) });
    const links = [...(await builder.build(signer.x509))];
    const certificates = links.map((x509) => uploaded.find((one) => one.x509 === x509) ?? signer);
    const isWhole = (await links.at(-1)?.isSelfSigned()) === true;
    return { certificates, isWhole };
  } catch {
    // Issuers that signed each other in a circle lead to no root.
    return { certificates: [signer], isWhole: false };
  }
}

/** The first issuer of a chain that had no right to sign the certificate below it (RFC 5280 sections 4.2.1.3 and 4.2.1.9). */
export function firstWithoutRight({ certificates }: CertificateChain): UploadedCertificate | undefined {
  return certificates.find(({ x509 }, place) => {
    if (place === 0) return false;
    const constraints = x509.getExtension(BasicConstraintsExtension);
    const usages = x509.getExtension(KeyUsagesExtension)?.usages;
    const maySign = usages === undefined || (usages & KeyUsageFlags.keyCertSign) !== 0;
    const mostBelow = constraints?.pathLength ?? Number.POSITIVE_INFINITY;
    return !constraints?.ca || !maySign || place - 1 > mostBelow;
  });
}
