import "reflect-metadata";
import { createHash } from "node:crypto";
import { BasicConstraintsExtension, X509Certificate } from "@peculiar/x509";
import { NUMBER_LIST_OID, type NumberList, readNumberList } from "./number-list";

/** A certificate that a person uploaded, with what a page shows of it. */
export type UploadedCertificate = {
  /** Distinguished names as text: `C=US, O=Example Carrier, CN=SHAKEN 709J`. */
  subject: string;
  issuer: string;
  validFrom: Date;
  validUntil: Date;
  /** Hexadecimal, of the whole certificate. */
  sha256: string;
  /** Whether it may sign other certificates. */
  isAuthority: boolean;
  /** Whether it can sign PASSporTs: ES256 wants an elliptic key on P-256. */
  canSignCalls: boolean;
  /** Carriers and numbers it may speak for; "unreadable" when the list is there and cannot be read. */
  numbers?: NumberList | "unreadable";
  /** As PEM, without what stood around it. */
  pem: string;
  x509: X509Certificate;
};

/** Reads one certificate in DER. Throws what the library throws; `readCertificates` turns that into a fault. */
export function uploadedCertificate(der: Uint8Array): UploadedCertificate {
  const x509 = new X509Certificate(new Uint8Array(der));
  const { algorithm } = x509.publicKey;
  const list = x509.getExtension(NUMBER_LIST_OID);
  return {
    subject: x509.subject,
    issuer: x509.issuer,
    validFrom: x509.notBefore,
    validUntil: x509.notAfter,
    sha256: createHash("sha256").update(der).digest("hex"),
    isAuthority: x509.getExtension(BasicConstraintsExtension)?.ca === true,
    canSignCalls: "namedCurve" in algorithm && algorithm.namedCurve === "P-256",
    ...(list && { numbers: readNumberList(new Uint8Array(list.value)) ?? "unreadable" }),
    pem: x509.toString("pem"),
    x509,
  };
}
