// The places of media in a session description (RFC 8866), for each message of a trace: one pass over its lines, and
// nothing read that does not say where sound goes. What the story tells of a description is read by sdp.ts.
import type { Endpoint } from "@/lib/captures/packet";
import type { PayloadFormat } from "@/lib/captures/rtp-expected";
import { staticPayloadFormat } from "@/lib/captures/rtp-payload-types";
import type { MediaSecurity } from "@/lib/captures/rtp-stream";
import type { Range } from "./range";

export type AnnouncedMedia = {
  /** Where its writer wants to receive: first m= and c=, then ICE candidates. */
  endpoints: Endpoint[];
  payloads: PayloadFormat[];
  security?: MediaSecurity;
  srtpProfile?: string;
};

export type AnnouncedSession = { origin: string; media: AnnouncedMedia[] };

const letterA = 97;
const letterC = 99;
const letterM = 109;
const letterO = 111;
const equals = 61;

/** Lines, media and candidates of one description that are looked at; more are left out. */
const maxLines = 500;
const maxMedia = 16;
const maxEndpoints = 24;

/** The sessions that a body announces; parts of a multipart need no telling apart, for their lines are as clear. */
export function announcedSession(text: string, body: Range): AnnouncedSession {
  const session: Reading = { origin: "", media: [], address: "", isDtls: false };
  let start = body.start;
  for (let lines = 0; start < body.end && lines < maxLines; lines++) {
    let end = text.indexOf("\n", start);
    if (end < 0 || end > body.end) end = body.end;
    if (text.charCodeAt(start + 1) === equals) takeLine(session, text, start, end);
    start = end + 1;
  }
  return { origin: session.origin, media: session.media };
}

type Reading = AnnouncedSession & { address: string; isDtls: boolean };

/** What payload types mean is said in the same words by call after call, so the words are read once. */
const knownFormats = new Map<string, PayloadFormat>();
const maxKnownFormats = 1_000;

function takeLine(session: Reading, text: string, start: number, end: number): void {
  const letter = text.charCodeAt(start);
  if (letter === letterA) takeAttribute(session, text, start + 2, end);
  else if (letter === letterC) takeAddress(session, text, start + 2, end);
  else if (letter === letterM) takeMedia(session, text.slice(start + 2, end));
  else if (letter === letterO && session.origin === "") session.origin = text.slice(start + 2, end).trimEnd();
}

/** `c=IN IP4 192.0.2.1/127`: of the media above it, or of the session. */
function takeAddress(session: Reading, text: string, start: number, end: number): void {
  if (!text.startsWith("IN IP", start)) return;
  const written = text.slice(start + 7, end).trim();
  const slash = written.indexOf("/");
  const address = (slash < 0 ? written : written.slice(0, slash)).toLowerCase();
  const [endpoint] = session.media.at(-1)?.endpoints ?? [];
  if (endpoint) endpoint.address = address;
  else session.address = address;
}

/** `m=audio 49170 RTP/AVP 0 8 101`. */
function takeMedia(session: Reading, line: string): void {
  if (session.media.length >= maxMedia) return;
  const [, port = "", protocol = "", ...types] = line.trimEnd().split(" ", 40);
  const payloads: PayloadFormat[] = [];
  for (let index = 0; index < types.length; index++) {
    const format = staticPayloadFormat(Number(types[index]));
    if (format) payloads.push(format);
  }
  const endpoints = [{ address: session.address, port: Number.parseInt(port, 10) || 0 }];
  const security = securityOf(protocol, session.isDtls);
  session.media.push({ endpoints, payloads, security, srtpProfile: undefined });
}

/** RFC 3711 section 12, RFC 5764 section 8: the profile says whether the sound is to be encrypted. */
function securityOf(protocol: string, isDtls: boolean): MediaSecurity | undefined {
  if (protocol.startsWith("UDP/TLS/") || (isDtls && protocol.includes("SAVP"))) return "srtp-dtls";
  if (protocol.includes("SAVP")) return "srtp-sdes";
  return protocol.startsWith("RTP/AVP") ? "none" : undefined;
}

function takeAttribute(session: Reading, text: string, start: number, end: number): void {
  const media = session.media.at(-1);
  if (text.startsWith("fingerprint:", start)) {
    if (media) media.security = "srtp-dtls";
    else session.isDtls = true;
  } else if (!media) return;
  else if (text.startsWith("rtpmap:", start)) takeFormat(media, text.slice(start + 7, end));
  else if (text.startsWith("crypto:", start)) takeCrypto(media, text.slice(start + 7, end));
  else if (text.startsWith("candidate:", start)) takeCandidate(media, text.slice(start + 10, end));
  else if (text.startsWith("zrtp-hash:", start)) media.security = "zrtp";
}

/** `rtpmap:101 telephone-event/8000` (RFC 8866 section 6.6). */
function takeFormat({ payloads }: AnnouncedMedia, written: string): void {
  const format = knownFormats.get(written) ?? readFormat(written);
  if (!format) return;
  for (let index = 0; index < payloads.length; index++) {
    if (payloads[index]?.type !== format.type) continue;
    payloads[index] = format;
    return;
  }
  payloads.push(format);
}

function readFormat(written: string): PayloadFormat | undefined {
  const space = written.indexOf(" ");
  const [codec = "", rate] = written
    .slice(space + 1)
    .trim()
    .split("/");
  const type = Number.parseInt(written, 10);
  if (space < 0 || codec === "" || !(type >= 0 && type < 128)) return undefined;
  const clockRate = Number(rate);
  const format: PayloadFormat = { type, codec, ...(clockRate > 0 ? { clockRate } : {}) };
  if (knownFormats.size < maxKnownFormats && written.length < 60) knownFormats.set(`${written}`, format);
  return format;
}

/** `crypto:1 AES_CM_128_HMAC_SHA1_80 inline:...` (RFC 4568 section 9.1). */
function takeCrypto(media: AnnouncedMedia, written: string): void {
  media.security = "srtp-sdes";
  media.srtpProfile ??= written.split(" ", 2)[1];
}

/** `candidate:1 1 UDP 2130706431 192.0.2.1 5000 typ host` (RFC 8839 section 5.1). */
function takeCandidate(media: AnnouncedMedia, written: string): void {
  const [, , , , address = "", port = ""] = written.trim().split(" ", 8);
  if (media.endpoints.length >= maxEndpoints || !(Number(port) > 0)) return;
  media.endpoints.push({ address: address.toLowerCase(), port: Number(port) });
}
