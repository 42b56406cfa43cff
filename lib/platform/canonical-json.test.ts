import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical-json";

test.each<[what: string, value: Json, text: string]>([
  ["members in the order of their names", { b: 1, a: 2, "": 3 }, '{"":3,"a":2,"b":1}'],
  [
    "members of members too, and lists as they are",
    { b: [{ d: 1, c: 2 }], a: [] },
    '{"a":[],"b":[{"c":2,"d":1}]}',
  ],
  // RFC 8785 section 3.2.3: by UTF-16 code units, so an emoji (D83D DE00) comes before U+FB33.
  [
    "names by UTF-16 code units",
    { "\uFB33": 1, "😀": 2, "€": 3, ö: 4, "1": 5, "\r": 6 },
    '{"\\r":6,"1":5,"ö":4,"€":3,"😀":2,"\uFB33":1}',
  ],
  [
    "numbers as ECMAScript writes them",
    [1e30, 4.5, 0.002, 1e-27, 1e21, 100, -0, 0.1 + 0.2],
    "[1e+30,4.5,0.002,1e-27,1e+21,100,0,0.30000000000000004]",
  ],
  ["only the escapes that are needed", "\u20ac$\u000f\nA'B\"\\/\u007f", '"€$\\u000f\\nA\'B\\"\\\\/\u007f"'],
  ["literals", [true, false, null], "[true,false,null]"],
  ["no member that is undefined", { a: undefined, b: 1 }, '{"b":1}'],
])("writes %s", (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %s, which JSON cannot hold", (value) => {
  expect(() => canonicalJson({ value })).toThrow("finite");
});

test("the order in which members were written does not matter, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      expect(canonicalJson(reversed(value) as Json)).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 20260302, numRuns: 500 },
  );
});

/** The same value with the members of every object in the reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
