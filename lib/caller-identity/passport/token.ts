import type { IdentityHeader } from "./identity-header";
import { type Claims, readClaims, textAt } from "./json-claims";
import { type PassportParty, readParty } from "./party";
import type { PassportReason } from "./passport-reasons";
import { rebuiltTokens } from "./rebuilt-tokens";
import type { SignedCall } from "./signed-call";

/** A PASSporT as read; nothing of it is believed yet. */
export type PassportToken = {
  isRebuilt: boolean;
  /** Whole tokens `header.payload.signature`: one, or for the short form each way in which it may have been built. */
  jws: string[];
  /** Length of the signature. */
  signatureBytes: number;
  algorithm: string;
  kind: string;
  /** `ppt`: "" for a plain token. */
  extension: string;
  certificateAddress?: string;
  origin: PassportParty;
  destination: PassportParty;
  /** Whom a div token diverts from. */
  divertedFrom: PassportParty;
  claims: Claims;
};

/** Reads the token of an Identity header, whole or built anew from the message that it came in. */
export function readToken(header: IdentityHeader, call: SignedCall): PassportToken | PassportReason {
  if (header.isObsolete) return "OBSOLETE_IDENTITY";
  const parts = header.token.split(".");
  const [protectedPart = "", payload = "", signature = ""] = parts;
  if (parts.length !== 3 || !parts.every(isBase64url)) return "TOKEN_UNREADABLE";
  if (protectedPart !== "" || payload !== "") return tokenOf([header.token]) ?? "TOKEN_UNREADABLE";
  const rebuilt = rebuiltTokens(header, call).map((unsigned) => `${unsigned}.${signature}`);
  return rebuilt.length > 0 ? (tokenOf(rebuilt, true) ?? "TOKEN_UNREADABLE") : "TOKEN_NOT_REBUILDABLE";
}

function isBase64url(part: string): boolean {
  return part.length <= 60_000 && /^[\w-]*$/.test(part);
}

function tokenOf(jws: string[], isRebuilt = false): PassportToken | undefined {
  const [protectedPart = "", payload = "", signature = ""] = jws[0]?.split(".") ?? [];
  const head = readClaims(protectedPart);
  const claims = readClaims(payload);
  if (!head || !claims) return undefined;
  return {
    isRebuilt,
    jws,
    signatureBytes: Buffer.from(signature, "base64url").length,
    algorithm: textAt(head, "alg") ?? "",
    kind: textAt(head, "typ") ?? "",
    extension: textAt(head, "ppt") ?? "",
    certificateAddress: textAt(head, "x5u"),
    origin: readParty(claims, "orig"),
    destination: readParty(claims, "dest"),
    divertedFrom: readParty(claims, "div"),
    claims,
  };
}
