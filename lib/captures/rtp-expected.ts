import type { Endpoint } from "./packet";
import type { MediaSecurity } from "./rtp-stream";

/** What a payload type number means in one session description (a=rtpmap, or the static table). */
export type PayloadFormat = { type: number; codec: string; clockRate?: number };

/** One media line of a session description: where its writer wants to receive, and in what form. */
export type ExpectedMedia = {
  /** Number of the call whose signalling said so. */
  call: number;
  /** Microseconds; streams that ended before are not the call's. */
  at: number;
  /** Address of c= and port of m=, or an ICE candidate. */
  endpoint: Endpoint;
  payloads: readonly PayloadFormat[];
  /** By the profile of m= and by a=crypto or a=fingerprint; none when the description does not tell. */
  security?: MediaSecurity;
  /** Crypto suite of a=crypto, such as "AES_CM_128_HMAC_SHA1_80". */
  srtpProfile?: string;
};
