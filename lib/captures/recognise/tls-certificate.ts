import { createHash, X509Certificate } from "node:crypto";
import type { SightingDetail } from "../sighting";
import { u24 } from "./big-endian";

/** The first certificate of a Certificate message (RFC 5246 section 7.4.2), with its SHA-256; nothing when there is none. */
export function firstCertificate(body: Uint8Array): { der: Uint8Array; sha256: string } | undefined {
  const length = u24(body, 3);
  if (length === 0 || 6 + length > body.length) return undefined;
  const der = body.subarray(6, 6 + length);
  return { der, sha256: createHash("sha256").update(der).digest("hex") };
}

/**
 * What a certificate says of its holder; nothing when it cannot be read. The names are the holder's claim: no signature
 * is checked here. Takes a third of a millisecond, so it is not done twice for the same certificate.
 */
export function readCertificate(der: Uint8Array): SightingDetail[] {
  try {
    return detailsOf(new X509Certificate(der));
  } catch {
    return [];
  }
}

function detailsOf(certificate: X509Certificate): SightingDetail[] {
  const details: [SightingDetail["name"], string | undefined][] = [
    ["certificate-subject", oneLine(certificate.subject)],
    ["certificate-issuer", oneLine(certificate.issuer)],
    ["certificate-names", certificate.subjectAltName],
    ["certificate-valid", `${instant(certificate.validFrom)}/${instant(certificate.validTo)}`],
    ["certificate-sha256", certificate.fingerprint256.replaceAll(":", "").toLowerCase()],
  ];
  return details.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function oneLine(name: string | undefined): string | undefined {
  return name?.split("\n").join(", ");
}

/** ISO 8601 of OpenSSL's "Mar  2 22:15:00 2026 GMT"; as it is when it is no date. */
function instant(text: string): string {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString();
}
