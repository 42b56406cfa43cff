// The places of media in a session description (RFC 8866), for each message of a trace: one pass over its lines, and
// nothing read that does not say where sound goes. What the story tells of a description is read by sdp.ts.
import type { Endpoint } from "@/lib/captures/packet";
import type { PayloadFormat } from "@/lib/captures/rtp-expected";
import { staticPayloadFormat } from "@/lib/captures/rtp-payload-types";
import type { MediaSecurity } from "@/lib/captures/rtp-stream";
import { takeAttribute } from "./announced-attributes";
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

/** Lines and media of one description that are looked at; more are left out. */
const maxLines = 500;
const maxMedia = 16;

/** The sessions that a body announces; parts of a multipart need no telling apart, for their lines are as clear. */
export function announcedSession(text: string, body: Range): AnnouncedSession {
  const session: Reading = { origin: "", media: [], address: "", isDtls: false, section: -1 };
  let start = body.start;
  for (let lines = 0; start < body.end && lines < maxLines; lines++) {
    let end = text.indexOf("\n", start);
    if (end < 0 || end > body.end) end = body.end;
    const isLine = text.charCodeAt(start + 1) === equals;
    if (isLine && text.charCodeAt(start) === letterM) {
      start = takeSection(session, text, { start, end }, body.end);
    } else {
      if (isLine) takeLine(session, text, start, end);
      start = end + 1;
    }
  }
  if (start >= body.end) learnSection(session, text, body.end);
  return { origin: session.origin, media: session.media };
}

/** `section`: behind the port of the m= line whose section is being read for the first time, -1 for any other. */
type Reading = AnnouncedSession & { address: string; isDtls: boolean; section: number };

/**
 * Telephones of one make write the same behind the port, call after call, so it is read once; not so where a section
 * holds keys or addresses, which are new in each call.
 */
const knownSections = new Map<string, PayloadFormat[]>();
const maxKnownSections = 1_000;
const maxSectionLength = 600;

/** Takes an m= line, and all below it where that is known; gives where to read on. */
function takeSection(session: Reading, text: string, line: Range, bodyEnd: number): number {
  learnSection(session, text, line.start - 1);
  if (session.media.length >= maxMedia) return bodyEnd;
  const port = text.indexOf(" ", line.start) + 1;
  const behind = port > 0 && !session.isDtls ? text.indexOf(" ", port) : -1;
  if (behind >= 0 && behind < line.end) {
    const next = text.indexOf("\nm=", line.end);
    const end = next < 0 || next > bodyEnd ? bodyEnd : next;
    const payloads = end - behind > maxSectionLength ? undefined : knownSections.get(text.slice(behind, end));
    if (payloads) {
      const endpoint = { address: session.address, port: Number.parseInt(text.slice(port, behind), 10) || 0 };
      session.media.push({ endpoints: [endpoint], payloads, security: "none", srtpProfile: undefined });
      return end + 1;
    }
    session.section = behind;
  }
  takeMedia(session, text.slice(line.start + 2, line.end));
  return line.end + 1;
}

function learnSection(session: Reading, text: string, end: number): void {
  const { section, media } = session;
  session.section = -1;
  const read = media.at(-1);
  if (section < 0 || end - section > maxSectionLength || knownSections.size >= maxKnownSections) return;
  if (read?.security === "none" && read.endpoints.length === 1) {
    knownSections.set(text.slice(section, end), read.payloads);
  }
}

function takeLine(session: Reading, text: string, start: number, end: number): void {
  const letter = text.charCodeAt(start);
  if (letter === letterA) takeAttribute(session, text, { start: start + 2, end });
  else if (letter === letterC) takeAddress(session, text, start + 2, end);
  else if (letter === letterO && session.origin === "") session.origin = text.slice(start + 2, end).trimEnd();
}

/** `c=IN IP4 192.0.2.1/127`: of the media above it, or of the session. */
function takeAddress(session: Reading, text: string, start: number, end: number): void {
  if (!text.startsWith("IN IP", start)) return;
  const written = text.slice(start + 7, end).trim();
  const slash = written.indexOf("/");
  const address = (slash < 0 ? written : written.slice(0, slash)).toLowerCase();
  const [endpoint] = session.media.at(-1)?.endpoints ?? [];
  session.section = -1;
  if (endpoint) endpoint.address = address;
  else session.address = address;
}

/** `m=audio 49170 RTP/AVP 0 8 101`. */
function takeMedia(session: Reading, line: string): void {
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
