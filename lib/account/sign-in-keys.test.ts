import { expect, test } from "vitest";
import { newKey } from "@/lib/platform/sealed";
import { normalName, signInKeys } from "./sign-in-keys";

const serverKey = newKey();

test.each([
  ["Mara", "mara"],
  ["  mara \n", "mara"],
  ["MARA   from  London", "mara from london"],
  ["Ｍａｒａ", "mara"],
  ["Zoe\u0308", "zoë"],
])("%j and %j are one name", (typed, name) => {
  expect(normalName(typed)).toBe(normalName(name));
});

test("name, password and server together give the keys: one other, and all is other", async () => {
  const keys = await Promise.all([
    signInKeys(serverKey, "Mara", "a quiet evening"),
    signInKeys(serverKey, "Mara", "a quiet morning"),
    signInKeys(serverKey, "Ines", "a quiet evening"),
    signInKeys(newKey(), "Mara", "a quiet evening"),
  ]);
  const all = keys
    .flatMap(({ tag, wrapKey }) => [tag, wrapKey])
    .map((bytes) => Buffer.from(bytes).toString("hex"));
  expect(new Set(all).size).toBe(8);
});

test("the same name and password give the same keys, on whatever keyboard they are typed", async () => {
  const [first, second] = await Promise.all([
    signInKeys(serverKey, "Zoë", "caf\u00e9 at midnight"),
    signInKeys(serverKey, " ZOE\u0308", "cafe\u0301 at midnight"),
  ]);
  expect(second).toEqual(first);
});

test("spaces and capitals of a password count", async () => {
  const [plain, other] = await Promise.all([
    signInKeys(serverKey, "Mara", "a quiet evening"),
    signInKeys(serverKey, "Mara", "A quiet evening "),
  ]);
  expect(other).not.toEqual(plain);
});
