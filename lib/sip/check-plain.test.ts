import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBytes } from "./check-bytes";
import { headerChecks } from "./check-headers";
import { isPlain, plainUri } from "./check-plain";
import { checkUri } from "./check-uri";
import { trimmed } from "./header-text";
import { valuesOf } from "./header-values";
import { readUri } from "./uri";

/** Values that the patterns are made for, to be changed a little. */
const usual: Record<string, string[]> = {
  Via: [
    "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1",
    "SIP/2.0/TLS edge.example.com;rport;branch=z9hG4bK-1.2",
    "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa;received=192.0.2.7;rport=5",
  ],
  From: [
    '"Alice" <sip:alice@example.com>;tag=a1',
    "Bob B <sip:192.0.2.1:5060;transport=udp>;tag=1",
    "<tel:+12025550123>;tag=2",
  ],
  To: ['"Alice" <sip:alice@example.com;user=phone>', "<sips:a;b=c@example.com;lr>;tag=a1"],
  Contact: ["<sip:alice@192.0.2.1:5060;ob>", "<sip:192.0.2.1;line=x1>;expires=60"],
  Route: ["<sip:192.0.2.1;lr>", "<sip:a@example.com:5060;transport=tcp;lr=on;ftag=a1>"],
  "P-Asserted-Identity": ['"Alice" <sip:+12025550123@example.com;user=phone>'],
  "Call-ID": ["a84b4c76e66710@192.0.2.1", "w%-!.*_+'@w`~)(><:\\/\"][?}{"],
  CSeq: ["1 INVITE", "123456789 BYE"],
  "Max-Forwards": ["70", "1"],
  Expires: ["3600"],
  "Content-Type": ["application/sdp"],
};

const letters = fc.constantFrom(
  ...' \t\r\n\0"\\<>@:;,=?%[].-+*/a0Z2\x7f\xe9',
  ";lr",
  ";tag=",
  "255.",
  "%00",
  "::",
);
const edit = fc.record({ at: fc.nat(80), length: fc.nat(3), put: fc.oneof(letters, fc.constant("")) });

function edited(value: string, edits: { at: number; length: number; put: string }[]): string {
  return edits.reduce(
    (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
    value,
  );
}

function closeReading(name: string, text: string): string[] {
  const codes: string[] = [];
  const range = { start: 0, end: text.length };
  checkBytes(text, range, (code) => codes.push(code));
  for (const value of valuesOf(text, { name, range, value: range })) {
    if (value.start === value.end) codes.push("EMPTY_VALUE");
    else headerChecks.get(name)?.closely?.(text, value, (code) => codes.push(code));
  }
  return codes;
}

describe("the plain forms of headers", () => {
  const cases = Object.entries(usual).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );

  test.each(cases)("%s: %s is plain, and a close reading finds nothing", (name, value) => {
    const check = headerChecks.get(name);
    expect(check && isPlain(check.plain, value, { start: 0, end: value.length })).toBe(true);
    expect(closeReading(name, value)).toEqual([]);
  });

  test.each(cases)("no change of %s: %s is plain and faulty at once", (name, value) => {
    const check = headerChecks.get(name);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edited(value, edits);
        const { start, end } = trimmed(text, { start: 0, end: text.length });
        const changed = text.slice(start, end);
        if (!check || !isPlain(check.plain, changed, { start: 0, end: changed.length })) return;
        expect([changed, closeReading(name, changed)]).toEqual([changed, []]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("no request URI is plain and faulty at once", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), (edits) => {
        const text = edited("sip:alice@example.com:5060;transport=udp", edits);
        if (!isPlain(plainUri, text, { start: 0, end: text.length })) return;
        const codes: string[] = [];
        checkUri(text, readUri(text), (code) => codes.push(code));
        expect([text, codes]).toEqual([text, []]);
      }),
      { numRuns: 3_000 },
    );
  });
});
