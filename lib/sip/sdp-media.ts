import type { Range } from "./range";
import {
  readAttributes,
  readCandidates,
  readCryptos,
  readFingerprints,
  readRtcp,
  type SdpAttribute,
  type SdpCandidate,
  type SdpCrypto,
  type SdpFingerprint,
  type SdpRtcp,
} from "./sdp-attributes";
import { readConnection, type SdpConnection } from "./sdp-connection";
import { readFormats, type SdpFormat } from "./sdp-formats";
import type { SdpLine } from "./sdp-lines";

export const mediaDirections = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;
export type MediaDirection = (typeof mediaDirections)[number];

/** An `m=` line with the lines that belong to it (RFC 8866 section 5.14). */
export type SdpMedia = {
  /** The m= line alone. */
  range: Range;
  /** "audio", "video", "application", ... */
  kind: string;
  /** 0 refuses or ends the stream (RFC 3264 section 6). */
  port: number;
  /** `port/count`. */
  portCount?: number;
  /** "RTP/AVP", "RTP/SAVP", "UDP/TLS/RTP/SAVPF", ... */
  protocol: string;
  formats: SdpFormat[];
  /** Its own `c=`, else that of the session. */
  connection?: SdpConnection;
  /** Its own, else that of the session, else "sendrecv" (RFC 3264 section 6.1). */
  direction: MediaDirection;
  crypto: SdpCrypto[];
  /** Its own, else those of the session. */
  fingerprints: SdpFingerprint[];
  /** `a=setup`: who opens DTLS (RFC 4145). */
  setup?: string;
  candidates: SdpCandidate[];
  rtcp?: SdpRtcp;
  isRtcpMux: boolean;
  /** All `a=` lines of this m=. */
  attributes: SdpAttribute[];
};

type Session = { connection?: SdpConnection; attributes: SdpAttribute[] };

/** Reads an m= line (the first) with its lines. */
export function readMedia(line: SdpLine, below: readonly SdpLine[], session: Session): SdpMedia {
  const [kind = "", ports = "", protocol = "", ...payloads] = line.value.text.trim().split(/\s+/);
  const [port, count] = ports.split("/");
  const own = readAttributes(below);
  const both = [...own, ...session.attributes];
  const ownPrints = readFingerprints(own);
  return {
    range: line.range,
    kind: kind.toLowerCase(),
    port: wholeNumber(port),
    ...(count !== undefined && { portCount: wholeNumber(count) }),
    protocol: protocol.toUpperCase(),
    formats: readFormats(payloads, own),
    connection: readConnection(below) ?? session.connection,
    direction: directionOf(both),
    crypto: readCryptos(own),
    fingerprints: ownPrints.length > 0 ? ownPrints : readFingerprints(session.attributes),
    setup: both.find(({ name }) => name === "setup")?.value,
    candidates: readCandidates(own),
    rtcp: readRtcp(own),
    isRtcpMux: own.some(({ name }) => name === "rtcp-mux"),
    attributes: own,
  };
}

function wholeNumber(digits: string | undefined): number {
  return digits && /^\d{1,15}$/.test(digits) ? Number(digits) : 0;
}

function directionOf(attributes: readonly SdpAttribute[]): MediaDirection {
  for (const { name } of attributes) {
    const direction = mediaDirections.find((one) => one === name);
    if (direction) return direction;
  }
  return "sendrecv";
}
