import type { Endpoint } from "./packet";

export const protocols = [
  "tls",
  "dtls",
  "ike",
  "esp",
  "srtp",
  "zrtp",
  "h323",
  "iax2",
  "stun",
  "voice-app",
  "dns",
  "rtcp",
] as const;
export type Protocol = (typeof protocols)[number];

/** Something that was recognised between two hosts and is reported, not decoded. */
export type Sighting = {
  protocol: Protocol;
  source: Endpoint;
  destination: Endpoint;
  startedAt: number;
  endedAt: number;
  packets: number;
  frame: number;
  /** What could be read in the clear. */
  details: SightingDetail[];
};

export const sightingDetails = [
  "version",
  "cipher",
  "server-name",
  "application-protocol",
  "certificate-subject",
  "certificate-issuer",
  "certificate-names",
  "certificate-valid",
  "certificate-sha256",
  "client-certificate",
  "pre-shared-key",
  "srtp-profile",
  "spi",
  "initiator",
  "calling-number",
  "called-number",
  "application",
  "software",
  "question",
  "answer",
  "calling-name",
  "username",
  "canonical-name",
  "mapped-address",
  "relayed-address",
  "peer-address",
] as const;
export type SightingDetail = { name: (typeof sightingDetails)[number]; value: string };
