// What attributes of a session description (RFC 8866 section 5.13) say of where and how sound is sent.
import type { PayloadFormat } from "@/lib/captures/rtp-expected";
import type { AnnouncedMedia } from "./announced-media";
import type { Range } from "./range";

/** Candidates of one media line that are looked at; more are left out. */
const maxEndpoints = 24;

/** What payload types mean is said in the same words by call after call, so the words are read once. */
const knownFormats = new Map<string, PayloadFormat>();
const maxKnownFormats = 1_000;

/** Takes what an `a=` line says of how the media above it, or of all, is sent; `range` is what follows "a=". */
export function takeAttribute(
  session: { media: AnnouncedMedia[]; isDtls: boolean },
  text: string,
  { start, end }: Range,
): void {
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
