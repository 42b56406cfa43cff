import { randomBytes, randomInt } from "node:crypto";
import type { CaseLinkId } from "@/lib/platform/ids";

/** A case link as its owner sees it. */
export type CaseLink = {
  id: CaseLinkId;
  recipient: string;
  agency: string;
  /** The secret of the link, kept for the owner to read again. */
  secret: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
  allowDownload: boolean;
  failedTries: number;
};

export type SealedLink = Pick<CaseLink, "recipient" | "agency" | "secret">;

export const LINK_DAYS = [3, 14, 30, 90] as const;
export const LINK_SESSION_MS = 30 * 60_000;
/** After so many wrong passcodes the link waits, and after so many it is revoked. */
export const TRIES_BEFORE_WAIT = 5;
export const TRIES_BEFORE_REVOKED = 20;
export const WAIT_MS = 15 * 60_000;

export function linkContext(id: string): string {
  return `case-link:${id}`;
}

// Letters and digits that cannot be mistaken for each other, for the one who has to type the code.
const ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789";

/** 256 random bits as 52 characters of base 32: stands in the fragment of the link, or is typed as a code. */
export function newLinkSecret(): string {
  return [...randomBytes(52)].map((byte) => ALPHABET[byte & 31]).join("");
}

/** The code in groups of four, to read and type. */
export function formatLinkSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join("-");
}

export function parseLinkSecret(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
}

/** Eight digits, to be told by another way than the link. */
export function newPasscode(): string {
  return randomInt(0, 100_000_000).toString().padStart(8, "0");
}

export function parsePasscode(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}
