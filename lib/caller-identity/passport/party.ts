import { type Claims, claimsAt, textsAt } from "./json-claims";

/** Caller or called as a PASSporT names them: telephone numbers without "+", or URIs (RFC 8225 section 5.2.1). */
export type PassportParty = { numbers: string[]; uris: string[] };

export function readParty(claims: Claims, name: "orig" | "dest" | "div"): PassportParty {
  const party = claimsAt(claims, name);
  return party ? { numbers: textsAt(party, "tn"), uris: textsAt(party, "uri") } : { numbers: [], uris: [] };
}

export function namesIn({ numbers, uris }: PassportParty): string[] {
  return [...numbers, ...uris];
}
