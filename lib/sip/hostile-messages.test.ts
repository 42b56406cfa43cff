import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAuth } from "./auth-params";
import { headerChecks } from "./check-headers";
import { readCSeq } from "./cseq";
import { displayText } from "./display-text";
import { headerValues } from "./header-values";
import type { SipMessage } from "./message";
import { bodyParts } from "./multipart";
import { readNameAddr } from "./name-addr";
import type { Range } from "./range";
import { readSipMessage } from "./read-message";
import { readSdp } from "./sdp";
import { answerWith, exampleSdp, inviteWith, messageWith } from "./test-single-message";
import { readUri } from "./uri";
import { decodedUri } from "./uri-escapes";
import { readVia } from "./via";

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array).toString("latin1"));
const seeds = [
  messageWith({
    lines: ['Contact: "A" <sip:a@[2001:db8::1]:5060;lr>;q=0.5, <sip:b@example.com?x=y>', "v: SIP/2.0/UDP b"],
  }),
  inviteWith({ headers: { "Content-Type": "application/sdp" }, body: exampleSdp }),
  answerWith({
    lines: ['WWW-Authenticate: Digest realm="a", nonce="b"', "Date: Sat, 13 Nov 2010 23:29:00 GMT"],
  }),
  messageWith({
    headers: { "Content-Type": "multipart/mixed;boundary=b" },
    body: "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b\r\n\r\nx\r\n--b--\r\n",
  }),
];
const put = fc.oneof(
  fc.constantFrom("\r\n", "\n", "\0", '"', "<", ">", ";", ",", ":", "%00", " ", "\\", "@", "99999999999"),
  bytes,
);
const edits = fc.array(fc.record({ at: fc.nat(900), length: fc.nat(20), put }), {
  minLength: 1,
  maxLength: 4,
});
const mutated = fc
  .tuple(fc.constantFrom(...seeds), edits)
  .map(([seed, all]) =>
    all.reduce((text, one) => text.slice(0, one.at) + one.put + text.slice(one.at + one.length), seed),
  );

/** Every range below a value that was read. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(rangesIn);
  return "start" in value && "end" in value ? [value as Range, ...inside] : inside;
}

function expectInside(text: string, value: unknown): void {
  const outside = rangesIn(value).filter(
    ({ start, end }) => !(0 <= start && start <= end && end <= text.length),
  );
  expect({ text, outside }).toEqual({ text, outside: [] });
}

function readAll(message: SipMessage): unknown[] {
  const { text } = message;
  const values = [...headerChecks.keys()].flatMap((name) => headerValues(message, name));
  return [
    ...values.flatMap((range) => [
      readNameAddr(text, range),
      readVia(text, range),
      readCSeq(text, range),
      readAuth(text, range),
    ]),
    readUri(text, message.kind === "request" ? message.uri : message.reason),
    readSdp(text, message.body),
    bodyParts(message),
  ];
}

describe("any bytes", () => {
  test.each([
    ["at random", bytes],
    ["of messages with changes", mutated],
  ])("%s are read without an exception, and every range lies inside them", (_, texts) => {
    fc.assert(
      fc.property(texts, fc.record({ isCut: fc.boolean(), isStream: fc.boolean() }), (text, options) => {
        const message = readSipMessage(text, options);
        expectInside(text, [message, readAll(message)]);
        expect(typeof displayText(text) + typeof decodedUri(text)).toBe("stringstring");
      }),
      { numRuns: 2_000 },
    );
  });

  test("headers and findings stand in the order of the bytes, and headers do not overlap", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { headers, findings, body } = readSipMessage(text);
        let last = 0;
        for (const { range } of headers) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          last = range.end;
        }
        expect(body.start).toBeGreaterThanOrEqual(last);
        const starts = findings.map(({ range }) => range.start);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("values of 32 kB that are made to cost time", () => {
  const pieces = [
    '"',
    '\\"',
    "<",
    ",",
    ";",
    ";a=",
    "a.",
    "-",
    "%",
    "@",
    ":",
    " ",
    "(",
    '"\\',
    "<sip:a@",
    "a=",
    "1",
    "\r\n ",
    "[",
    "&a",
    "z9hG4bK",
    ";lr",
    "\0",
    "\\\0",
    '"\\\0"',
    "\xe2\x80",
  ];
  // One header for each way of checking.
  const names = [
    "Via",
    "From",
    "Contact",
    "Route",
    "Call-ID",
    "CSeq",
    "Date",
    "Warning",
    "Require",
    "Content-Type",
    "Authorization",
    "X-Unknown",
  ];

  test.each(pieces)("%j over and over in any header takes no long time", (piece) => {
    const value = piece.repeat(32_768 / piece.length);
    const started = performance.now();
    for (const name of names) {
      for (const before of ["", "sip:a@", "<sip:", '"', "SIP/2.0/UDP a;", "Digest "]) {
        const message = readSipMessage(messageWith({ headers: { [name]: before + value } }));
        headerValues(message, name)
          .slice(0, 20)
          .forEach((range) => {
            readNameAddr(message.text, range);
            readVia(message.text, range);
          });
      }
    }
    // Six values in each of the headers: what grows with the square of the length takes far longer.
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test.each(["v=0\r\n", "m=audio 1 RTP/AVP 0\r\n", "a=", "--b\r\n", "--b", "\r", "a=rtpmap:0 x\r\n"])(
    "a body of %j over and over takes no long time",
    (piece) => {
      const body = piece.repeat(1_000_000 / piece.length);
      const started = performance.now();
      for (const type of ["application/sdp", "multipart/mixed;boundary=b"]) {
        const message = readSipMessage(messageWith({ headers: { "Content-Type": type }, body }));
        readSdp(message.text, message.body);
        bodyParts(message);
      }
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
