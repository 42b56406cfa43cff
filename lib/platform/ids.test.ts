import { expect, test } from "vitest";
import { isId, newId } from "./ids";

test("a new id is an id, and no two are alike", () => {
  const ids = Array.from({ length: 1_000 }, () => newId());
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
});

test.each([
  "",
  "new",
  "1",
  "00000000-0000-4000-8000-00000000000",
  "00000000-0000-4000-8000-0000000000000",
  "00000000-0000-4000-8000-00000000000G",
  "00000000-0000-4000-8000-000000000001\n",
  '\'; DROP TABLE "Case"; --',
  undefined,
  ["00000000-0000-4000-8000-000000000001"],
])("%j in an address never reaches the database as an id", (text) => {
  expect(isId(text)).toBe(false);
});
