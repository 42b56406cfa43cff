import { type UploadedCertificate, uploadedCertificate } from "./certificate/uploaded-certificate";

export const certificateFaultCodes = [
  /** The text holds no certificate. */
  "NO_CERTIFICATE_FOUND",
  /** The certificate at `place` cannot be read. */
  "CERTIFICATE_UNREADABLE",
  /** More certificates than are read of one text; the rest is left out. */
  "TOO_MANY_CERTIFICATES",
  /** A private key, which nobody should hand out; it is not read. */
  "PRIVATE_KEY_FOUND",
] as const;
/** `place` counts the certificates of the text from 1. */
export type CertificateFault = { code: (typeof certificateFaultCodes)[number]; place?: number };

export type ReadCertificates = { certificates: UploadedCertificate[]; faults: CertificateFault[] };

const MOST_CERTIFICATES = 50;
const LONGEST_TEXT = 2_000_000;

/**
 * Reads a text of PEM certificates (RFC 7468), or one certificate as bare base64. Never throws; each certificate once. An
 * empty text holds none and is no fault.
 */
export function readCertificates(text: string): ReadCertificates {
  const blocks = blocksOf(text.slice(0, LONGEST_TEXT));
  const certificates = new Map<string, UploadedCertificate>();
  const faults: CertificateFault[] = [];
  blocks.slice(0, MOST_CERTIFICATES).forEach((base64, index) => {
    const read = readBlock(base64);
    if (read) certificates.set(read.sha256, read);
    else faults.push({ code: "CERTIFICATE_UNREADABLE", place: index + 1 });
  });
  if (blocks.length > MOST_CERTIFICATES) faults.push({ code: "TOO_MANY_CERTIFICATES" });
  if (blocks.length === 0 && text.trim() !== "") faults.push({ code: "NO_CERTIFICATE_FOUND" });
  if (text.includes("PRIVATE KEY-----")) faults.push({ code: "PRIVATE_KEY_FOUND" });
  return { certificates: [...certificates.values()], faults };
}

const BEGIN = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/;

function blocksOf(text: string): string[] {
  const [before = "", ...blocks] = text.split(BEGIN);
  if (blocks.length > 0) return blocks.map((block) => block.slice(0, endOf(block)));
  const bare = before.replace(/\s/g, "");
  return /^MI[A-Za-z0-9+/]+={0,2}$/.test(bare) ? [bare] : [];
}

function endOf(block: string): number {
  const end = block.indexOf("-----END");
  return end < 0 ? block.length : end;
}

function readBlock(base64: string): UploadedCertificate | undefined {
  try {
    return uploadedCertificate(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}
