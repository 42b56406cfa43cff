import type { SightingDetail } from "../sighting";
import { firstCertificate, readCertificate } from "./tls-certificate";
import type { HandshakeMessage } from "./tls-flow";
import { readClientHello, readServerHello, type TlsHello } from "./tls-hello";
import { cipherName, srtpProfileName, tlsVersionName } from "./tls-names";

export const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
const CERTIFICATE = 11;

/** Of a hostile flow that sends one certificate after the other, no more than these are read. */
const MAX_CERTIFICATES = 4;

/**
 * What a message of the handshake of TLS or DTLS adds to what is `known`; nothing for the other messages and for broken
 * ones.
 */
export function handshakeDetails(
  { type, body }: HandshakeMessage,
  from: { isClient: boolean; isDatagram: boolean },
  known: readonly SightingDetail[],
): SightingDetail[] {
  if (type === CLIENT_HELLO) return clientDetails(readClientHello(body, from.isDatagram));
  if (type === SERVER_HELLO) return serverDetails(readServerHello(body));
  if (type !== CERTIFICATE) return [];
  const name = from.isClient ? "client-certificate" : "certificate-sha256";
  const before = known.filter((detail) => detail.name === name);
  const certificate = firstCertificate(body);
  if (!certificate || before.length >= MAX_CERTIFICATES) return [];
  if (before.some(({ value }) => value.endsWith(certificate.sha256))) return [];
  const details = readCertificate(certificate.der);
  return from.isClient ? clientCertificate(details) : details;
}

/** The version is the server's to choose, so the client's offer is left out. */
function clientDetails(hello: TlsHello | undefined): SightingDetail[] {
  return hello?.serverName ? [{ name: "server-name", value: hello.serverName }] : [];
}

function serverDetails(hello: TlsHello | undefined): SightingDetail[] {
  if (!hello) return [];
  const cipher = cipherName(hello.cipher ?? 0);
  return [
    { name: "version", value: tlsVersionName(hello.version) },
    { name: "cipher", value: cipher },
    ...hello.applicationProtocols.map((value) => ({ name: "application-protocol" as const, value })),
    ...hello.srtpProfiles.map((profile) => ({
      name: "srtp-profile" as const,
      value: srtpProfileName(profile),
    })),
    ...keyDetails(hello, cipher),
  ];
}

/** In TLS 1.3 the extension may also mean a resumed session, so its value says only where it was read. */
function keyDetails({ hasPreSharedKey }: TlsHello, cipher: string): SightingDetail[] {
  if (cipher.includes("_PSK_")) return [{ name: "pre-shared-key", value: cipher }];
  return hasPreSharedKey ? [{ name: "pre-shared-key", value: "pre_shared_key" }] : [];
}

function clientCertificate(details: readonly SightingDetail[]): SightingDetail[] {
  const said = (name: SightingDetail["name"]) => details.find((detail) => detail.name === name)?.value;
  const sha256 = said("certificate-sha256");
  if (!sha256) return [];
  return [{ name: "client-certificate", value: `${said("certificate-subject") ?? ""}; sha256=${sha256}` }];
}
