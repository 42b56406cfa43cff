import { randomBytes } from "node:crypto";
import { deriveKey, type Key, sha256 } from "@/lib/platform/sealed";

// Crockford's base 32: no I, L, O or U, so a key copied by hand reads back.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_BYTES = 20;
const CHARACTERS = 36;

/** 160 random bits and a 20-bit check, in nine groups of four characters to print and to type. */
export function newRecoveryKey(): string {
  return formatRecoveryKey(new Uint8Array(randomBytes(SECRET_BYTES)));
}

/** What a recovery key gives: the tag that finds the account and the key that unwraps it. */
export type RecoveryKeys = { tag: Uint8Array<ArrayBuffer>; wrapKey: Key };

export function recoveryKeys(key: string): RecoveryKeys | undefined {
  const secret = parseRecoveryKey(key);
  if (!secret) return undefined;
  return { tag: deriveKey(secret, "recovery tag"), wrapKey: deriveKey(secret, "recovery wrap") };
}

export function formatRecoveryKey(secret: Uint8Array): string {
  const check = sha256(secret).subarray(0, 3);
  const text = toBase32(Uint8Array.from([...secret, ...check])).slice(0, CHARACTERS);
  return (text.match(/.{4}/g) ?? []).join("-");
}

/** Reads a key as people type it: any case, any spacing, O for 0, I or L for 1. Nothing for a key with a slip in it. */
export function parseRecoveryKey(text: string): Uint8Array<ArrayBuffer> | undefined {
  const clean = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (clean.length !== CHARACTERS || [...clean].some((letter) => !ALPHABET.includes(letter)))
    return undefined;
  const secret = fromBase32(clean).slice(0, SECRET_BYTES);
  return formatRecoveryKey(secret).replaceAll("-", "") === clean ? secret : undefined;
}

function toBase32(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
