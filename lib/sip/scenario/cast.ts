import type { Endpoint } from "@/lib/captures/packet";
import { hostOf, hostPort } from "./draft";

/** Somebody with a telephone. */
export type Peer = {
  place: Endpoint;
  /** User part of the address: a number or a name. */
  user: string;
  domain: string;
  displayName?: string;
  /** User part of the Contact where it is another, and whether the address is a telephone number (`user=phone`). */
  contactUser?: string;
  isPhone?: boolean;
  software: string;
  /** Where its sound comes from and goes to. */
  media: Endpoint;
};

export function peer(address: string, overrides: Partial<Peer> & { user: string }): Peer {
  const base = { domain: "example.com", software: "Deskphone 7.2", media: { address, port: 40_000 } };
  return { ...base, place: { address, port: 5060 }, ...overrides };
}

export const aCaller: Peer = peer("192.0.2.10", { user: "+12025550143", software: "Softphone 3.1" });
export const aCalled: Peer = peer("203.0.113.30", { user: "+12025550177" });
/** The server where the network begins, and one further inside. */
export const anEdge: Endpoint = { address: "198.51.100.5", port: 5060 };
export const aCore: Endpoint = { address: "198.51.100.20", port: 5060 };

export function uriOf({ user, domain, isPhone }: Peer): string {
  return `sip:${user}@${domain}${isPhone ? ";user=phone" : ""}`;
}

export function contactOf({ user, contactUser = user, place }: Peer): string {
  return `<sip:${contactUser}@${hostPort(place)}>`;
}

/** The value of a From or To header, without its tag. */
export function nameOf(one: Peer): string {
  const name = one.displayName === undefined ? "" : `"${one.displayName}" `;
  return `${name}<${uriOf(one)}>`;
}

export function mediaHost({ media }: Peer): string {
  return hostOf(media.address);
}
