import { expect, test } from "vitest";
import { deriveKey, keyedTag, newKey, open, openJson, seal, sealJson, sha256 } from "./sealed";

const key = newKey();
const words = new TextEncoder().encode("I know where you live");

test("what was sealed opens with its key in its place, byte for byte", () => {
  for (const plain of [words, new Uint8Array(), new Uint8Array(100_000).fill(7)])
    expect(open(key, seal(key, plain, "row:1"), "row:1")).toEqual({ ok: true, value: plain });
});

test("it does not open in another place", () => {
  expect(open(key, seal(key, words, "row:1"), "row:2")).toEqual({ ok: false, code: "NOT_OPENED" });
});

test("it does not open with another key", () => {
  expect(open(newKey(), seal(key, words, "row:1"), "row:1").ok).toBe(false);
});

test("no byte of it can be changed, taken away or added", () => {
  const sealed = seal(key, words, "row:1");
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.with(at, (sealed[at] ?? 0) ^ 1);
    expect(open(key, changed, "row:1").ok, `byte ${at}`).toBe(false);
    expect(open(key, sealed.subarray(0, at), "row:1").ok, `cut at ${at}`).toBe(false);
  }
  expect(open(key, Uint8Array.from([...sealed, 0]), "row:1").ok).toBe(false);
});

test("the same words sealed twice do not look alike", () => {
  expect(seal(key, words, "row:1")).not.toEqual(seal(key, words, "row:1"));
});

test("a row that was tampered with is our own alarm, which names its kind and none of its words", () => {
  const sealed = sealJson(key, { exactWords: "I know where you live" }, "incident-version:1:1");
  expect(openJson(key, sealed, "incident-version:1:1")).toEqual({ exactWords: "I know where you live" });
  expect(() => openJson(key, sealed, "incident-version:1:2")).toThrow(
    "does not open in its place (incident-version)",
  );
});

test("two purposes or two salts never give one key", () => {
  const salt = new Uint8Array(16).fill(1);
  const keys = [
    deriveKey(key, "a"),
    deriveKey(key, "b"),
    deriveKey(key, "a", salt),
    deriveKey(newKey(), "a"),
  ];
  expect(new Set(keys.map((one) => Buffer.from(one).toString("hex"))).size).toBe(4);
  expect(deriveKey(key, "a")).toEqual(deriveKey(key, "a"));
});

test("HKDF, HMAC and SHA-256 give the published values", () => {
  // RFC 4231 test case 2, and the SHA-256 of "abc" in FIPS 180-4.
  const tag = keyedTag(new TextEncoder().encode("Jefe"), "what do ya want for nothing?");
  expect(Buffer.from(tag).toString("hex")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
  expect(Buffer.from(sha256("abc")).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
