// Authenticated encryption of rows. XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) takes a random 192-bit nonce, so
// no counter has to survive a crash. The context is associated data: a row moved elsewhere does not open.
import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import sodium from "libsodium-wrappers";
import { fault, ok, type Result } from "./result";

await sodium.ready;

/** 256 secret bits. */
export type Key = Uint8Array<ArrayBuffer> & { readonly __key?: never };
export type Sealed = Uint8Array<ArrayBuffer>;

const NONCE_BYTES = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
export const KEY_BYTES = sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

export function newKey(): Key {
  return new Uint8Array(randomBytes(KEY_BYTES));
}

/** Seals bytes under a key for one place only: `context` names the row, e.g. `incident-version:<id>:2`. */
export function seal(key: Key, plain: Uint8Array, context: string): Sealed {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, context, null, nonce, key);
  const sealed = new Uint8Array(NONCE_BYTES + box.length);
  sealed.set(nonce);
  sealed.set(box, NONCE_BYTES);
  return sealed;
}

/** Opens what `seal` made. `NOT_OPENED`: another key, another place, or changed bytes; which one cannot be told. */
export function open(
  key: Key,
  sealed: Uint8Array,
  context: string,
): Result<Uint8Array<ArrayBuffer>, "NOT_OPENED"> {
  if (sealed.length < NONCE_BYTES) return fault("NOT_OPENED");
  try {
    const box = sealed.subarray(NONCE_BYTES);
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, context, nonce, key);
    return ok(new Uint8Array(plain));
  } catch {
    return fault("NOT_OPENED");
  }
}

export function sealJson(key: Key, value: unknown, context: string): Sealed {
  return seal(key, new TextEncoder().encode(JSON.stringify(value)), context);
}

/** Opens a row that this program sealed. Throws when it does not open: the row was tampered with or moved. */
export function openJson<Value>(key: Key, sealed: Uint8Array, context: string): Value {
  const opened = open(key, sealed, context);
  if (!opened.ok) throw new Error(`A sealed row does not open in its place (${context.split(":")[0]})`);
  return JSON.parse(new TextDecoder().decode(opened.value)) as Value;
}

/** HKDF-SHA256 (RFC 5869) of a secret that is already random; `purpose` keeps the derived keys apart. */
export function deriveKey(secret: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Key {
  return new Uint8Array(hkdfSync("sha256", secret, salt, `nightjar ${purpose}`, KEY_BYTES));
}

/** HMAC-SHA256 of a text: finds a row by a value without telling the value. */
export function keyedTag(key: Key, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(text, "utf8").digest());
}

export function sha256(bytes: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
