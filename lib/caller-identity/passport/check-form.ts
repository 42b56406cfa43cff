import type { PassportCheck } from "../verdict";
import type { IdentityHeader } from "./identity-header";
import { claimsAt, shownValue, textAt } from "./json-claims";
import { namesIn } from "./party";
import { failed, notChecked, noted, passed } from "./passport-check";
import type { PassportToken } from "./token";

/** The steps that a token answers alone: algorithm, type, extension, certificate-address, issued-at and origin-id. */
export function checkForm(token: PassportToken, header: IdentityHeader): PassportCheck[] {
  return [
    checkAlgorithm(token, header),
    token.kind === "passport"
      ? passed("type", "TYPE_PASSPORT")
      : failed("type", "TYPE_OTHER", { found: shownValue(token.kind) }),
    checkExtension(token, header),
    checkAddress(token, header),
    checkIssuedAt(token),
    checkOriginId(token),
  ];
}

function checkAlgorithm({ algorithm }: PassportToken, header: IdentityHeader): PassportCheck {
  if (algorithm !== "ES256") return failed("algorithm", "ALGORITHM_OTHER", { found: shownValue(algorithm) });
  if (header.algorithm !== undefined && header.algorithm !== algorithm) {
    const values = { token: algorithm, header: shownValue(header.algorithm) };
    return failed("algorithm", "ALGORITHM_DIFFERS_FROM_HEADER", values);
  }
  return passed("algorithm", "ALGORITHM_ES256");
}

/** Registered by IANA, and nothing about who calls. */
const otherExtensions: readonly string[] = ["rph", "msg", "msec", "rsp"];

function checkExtension(token: PassportToken, header: IdentityHeader): PassportCheck {
  const { extension } = token;
  if (header.extension !== undefined && header.extension !== extension) {
    const values = { token: shownValue(extension), header: shownValue(header.extension) };
    return failed("extension", "EXTENSION_DIFFERS_FROM_HEADER", values);
  }
  if (extension === "") return passed("extension", "EXTENSION_NONE");
  const values = { extension: shownValue(extension) };
  // RFC 8588 section 4, RFC 8946 section 4: claims that no SIP header holds.
  if (token.isRebuilt) return failed("extension", "SHORT_FORM_NOT_ALLOWED", values);
  if (otherExtensions.includes(extension)) return noted("extension", "EXTENSION_NOTED", values);
  return checkKnownExtension(token) ?? notChecked("extension", "EXTENSION_UNKNOWN", values);
}

function checkKnownExtension(token: PassportToken): PassportCheck | undefined {
  if (token.extension === "shaken") return checkAttestation(token);
  if (token.extension === "div" || token.extension === "div-o") {
    return passed("extension", "EXTENSION_DIV", { from: shownValue(namesIn(token.divertedFrom).join(", ")) });
  }
  if (token.extension !== "rcd") return undefined;
  const name = textAt(claimsAt(token.claims, "rcd") ?? {}, "nam");
  return passed("extension", "EXTENSION_RCD", { name: shownValue(name ?? "") });
}

function checkAttestation(token: PassportToken): PassportCheck {
  const attestation = attestationOf(token);
  if (attestation) return passed("extension", "EXTENSION_SHAKEN", { attestation });
  return failed("extension", "ATTESTATION_MISSING", { found: shownValue(token.claims["attest"] ?? "") });
}

/** RFC 8588 section 4: A full, B partial, C gateway attestation. */
export function attestationOf({ claims, extension }: PassportToken): "A" | "B" | "C" | undefined {
  const written = claims["attest"];
  const isOne = written === "A" || written === "B" || written === "C";
  return extension === "shaken" && isOne ? written : undefined;
}

function checkAddress(
  { certificateAddress: address }: PassportToken,
  { info }: IdentityHeader,
): PassportCheck {
  const step = "certificate-address";
  const found = address ?? info;
  if (!found) return noted(step, "CERTIFICATE_ADDRESS_MISSING");
  if (address !== undefined && info !== undefined && address !== info) {
    return failed(step, "CERTIFICATE_ADDRESS_DIFFERS", {
      token: shownValue(address),
      header: shownValue(info),
    });
  }
  const isHttps = found.toLowerCase().startsWith("https://");
  return noted(step, isHttps ? "CERTIFICATE_ADDRESS" : "CERTIFICATE_ADDRESS_NOT_HTTPS", {
    address: shownValue(found),
  });
}

function checkIssuedAt({ claims }: PassportToken): PassportCheck {
  const written = claims["iat"];
  if (written === undefined) return failed("issued-at", "ISSUED_AT_MISSING");
  if (typeof written === "string")
    return failed("issued-at", "ISSUED_AT_TEXT", { found: shownValue(written) });
  if (!isInstant(written)) return failed("issued-at", "ISSUED_AT_IMPOSSIBLE", { found: shownValue(written) });
  return passed("issued-at", "ISSUED_AT_NUMBER", { issuedAt: new Date(written * 1000).toISOString() });
}

/** Seconds since 1970 that a token was signed at, also when they are written as text. */
export function issuedAtOf({ claims }: PassportToken): number | undefined {
  const written = claims["iat"];
  const seconds = typeof written === "string" && /^\d{1,12}$/.test(written) ? Number(written) : written;
  return isInstant(seconds) ? seconds : undefined;
}

/** The end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

function isInstant(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= LAST_SECOND;
}

function checkOriginId({ claims, extension }: PassportToken): PassportCheck {
  const written = claims["origid"];
  if (written === undefined) {
    return extension === "shaken"
      ? failed("origin-id", "ORIGIN_ID_MISSING")
      : noted("origin-id", "ORIGIN_ID_NOT_USED");
  }
  const isUuid = typeof written === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written);
  if (isUuid) return passed("origin-id", "ORIGIN_ID_UUID", { originId: written });
  return failed("origin-id", "ORIGIN_ID_NOT_UUID", { found: shownValue(written) });
}
