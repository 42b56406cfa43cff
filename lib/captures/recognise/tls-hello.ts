// ClientHello and ServerHello: RFC 8446 section 4.1, RFC 5246 section 7.4.1, RFC 6347 section 4.2.1.
import { plainText, u16 } from "./big-endian";

/** What the opening of a handshake tells. Numbers are those of the IANA registries. */
export type TlsHello = {
  /** The highest offered, or the chosen one. */
  version: number;
  /** The one chosen by the server; none in a ClientHello. */
  cipher?: number;
  serverName?: string;
  applicationProtocols: string[];
  srtpProfiles: number[];
  /** Whether a server agreed to a key that both sides already had. */
  hasPreSharedKey: boolean;
};

const SERVER_NAME = 0;
const USE_SRTP = 14;
const APPLICATION_PROTOCOLS = 16;
const PRE_SHARED_KEY = 41;
const SUPPORTED_VERSIONS = 43;
const MAX_NAMES = 16;

/** Reads the body of a ClientHello; nothing when its lengths do not fit. */
export function readClientHello(body: Uint8Array, isDatagram: boolean): TlsHello | undefined {
  const afterSession = 34 + 1 + (body[34] ?? 0);
  const ciphersAt = isDatagram ? afterSession + 1 + (body[afterSession] ?? 0) : afterSession;
  const ciphersBytes = u16(body, ciphersAt);
  const compressionAt = ciphersAt + 2 + ciphersBytes;
  if (ciphersBytes === 0 || ciphersBytes % 2 === 1 || compressionAt >= body.length) return undefined;
  const hello = emptyHello(u16(body, 0));
  readExtensions(body, compressionAt + 1 + (body[compressionAt] ?? 0), hello, "client");
  return hello;
}

/** Reads the body of a ServerHello; nothing when its lengths do not fit. */
export function readServerHello(body: Uint8Array): TlsHello | undefined {
  const cipherAt = 34 + 1 + (body[34] ?? 0);
  if (cipherAt + 3 > body.length) return undefined;
  const hello = { ...emptyHello(u16(body, 0)), cipher: u16(body, cipherAt) };
  readExtensions(body, cipherAt + 3, hello, "server");
  return hello;
}

function emptyHello(version: number): TlsHello {
  return { version, applicationProtocols: [], srtpProfiles: [], hasPreSharedKey: false };
}

function readExtensions(body: Uint8Array, start: number, hello: TlsHello, side: "client" | "server"): void {
  const end = Math.min(start + 2 + u16(body, start), body.length);
  let at = start + 2;
  while (at + 4 <= end) {
    const length = u16(body, at + 2);
    if (at + 4 + length > end) return;
    readExtension(u16(body, at), body.subarray(at + 4, at + 4 + length), hello, side);
    at += 4 + length;
  }
}

function readExtension(type: number, data: Uint8Array, hello: TlsHello, side: "client" | "server"): void {
  if (type === SERVER_NAME && side === "client") hello.serverName = serverNameIn(data);
  if (type === APPLICATION_PROTOCOLS) hello.applicationProtocols = protocolsIn(data);
  if (type === USE_SRTP) hello.srtpProfiles = numbersIn(data, 2, 2 + u16(data, 0));
  if (type === PRE_SHARED_KEY && side === "server") hello.hasPreSharedKey = true;
  if (type === SUPPORTED_VERSIONS) hello.version = chosenVersion(data, side) ?? hello.version;
}

/** RFC 6066 section 3: the first name of type host_name. */
function serverNameIn(data: Uint8Array): string | undefined {
  const length = u16(data, 3);
  if (data[2] !== 0 || length === 0 || 5 + length > data.length) return undefined;
  return plainText(data, 5, 5 + length);
}

function protocolsIn(data: Uint8Array): string[] {
  const names: string[] = [];
  let at = 2;
  while (at < data.length && names.length < MAX_NAMES) {
    const length = data[at] ?? 0;
    if (length === 0 || at + 1 + length > data.length) break;
    names.push(plainText(data, at + 1, at + 1 + length));
    at += 1 + length;
  }
  return names;
}

function numbersIn(data: Uint8Array, start: number, end: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at + 2 <= Math.min(end, data.length) && numbers.length < MAX_NAMES; at += 2) {
    numbers.push(u16(data, at));
  }
  return numbers;
}

/** RFC 8446 section 4.2.1: a list from the client, one from the server. DTLS counts its versions downwards. */
function chosenVersion(data: Uint8Array, side: "client" | "server"): number | undefined {
  if (side === "server") return data.length === 2 ? u16(data, 0) : undefined;
  const offered = numbersIn(data, 1, 1 + (data[0] ?? 0)).filter((version) => !isGrease(version));
  const isDatagram = offered.some((version) => version >> 8 === 0xfe);
  if (offered.length === 0) return undefined;
  return isDatagram ? Math.min(...offered) : Math.max(...offered);
}

/** RFC 8701: values such as 0x3a3a, which mean nothing. */
function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);
}
