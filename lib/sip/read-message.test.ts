import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstValue } from "./header-values";
import type { SipMessage } from "./message";
import { readSipMessage } from "./read-message";
import { answerWith, exampleSdp, inviteWith, messageWith } from "./test-single-message";

const textOf = ({ text }: SipMessage, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

describe("the start line", () => {
  test("a request line gives its method and the place of its URI", () => {
    const read = readSipMessage(messageWith());
    expect(read).toMatchObject({ kind: "request", method: "OPTIONS" });
    expect(read.kind === "request" && textOf(read, read.uri)).toBe("sip:bob@example.com");
  });

  test.each([
    ["SIP/2.0 200 OK", 200, "OK"],
    ["SIP/2.0 180 ", 180, ""],
    ["SIP/2.0 486", 486, ""],
    ["sip/2.0 404 Not Found", 404, "Not Found"],
    ["SIP/2.0  503 Gone", 503, "Gone"],
    ["SIP/2.0 4294967301 overflow", 4294967301, "overflow"],
    ["SIP/2.0 soon", 0, ""],
  ])("the status line %j says %i %j", (start, status, reason) => {
    const read = readSipMessage(answerWith({ start }));
    expect(read).toMatchObject({ kind: "response", status });
    expect(read.kind === "response" && textOf(read, read.reason)).toBe(reason);
  });

  test.each([
    ["INVITE sip:a@example.com; lr SIP/2.0", "INVITE", "sip:a@example.com; lr"],
    ["INVITE   sip:a@example.com   SIP/2.0  ", "INVITE", "sip:a@example.com"],
    ["INVITE sip:a@example.com", "INVITE", "sip:a@example.com"],
    ["INVITE sip:a@example.com HTTP/1.1", "INVITE", "sip:a@example.com HTTP/1.1"],
    ["hello", "hello", ""],
    ["", "Via:", "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds"],
  ])("the faulty request line %j still gives %j and %j", (start, method, uri) => {
    const read = readSipMessage(messageWith({ start }));
    expect(read).toMatchObject({ kind: "request", method });
    expect(read.kind === "request" && textOf(read, read.uri)).toBe(uri);
  });

  test("empty lines before the start line are passed over", () => {
    expect(readSipMessage(`\r\n\r\n${messageWith()}`)).toMatchObject({ method: "OPTIONS", findings: [] });
  });
});

describe("headers", () => {
  test("a compact name and any mix of capitals give the usual name", () => {
    const read = readSipMessage(
      "OPTIONS sip:a@example.com SIP/2.0\r\nv: 1\r\nVIA: 2\r\ncall-id: 3\r\nX-Odd: 4\r\n\r\n",
    );
    expect(read.headers.map(({ name }) => name)).toEqual(["Via", "Via", "Call-ID", "X-Odd"]);
  });

  test("a folded header is one header, and its value reaches to the end of the last line", () => {
    const read = readSipMessage(messageWith({ lines: ["Subject: one", " two", "\tthree"] }));
    expect(firstValue(read, "Subject")).toBe("one\r\n two\r\n\tthree");
    expect(read.findings).toEqual([]);
  });

  test("a line without a colon is kept as a header without a name", () => {
    const read = readSipMessage(messageWith({ lines: ["this is no header"] }));
    const [kept] = read.headers.filter(({ name }) => name === "");
    expect(kept && textOf(read, kept.range)).toBe("this is no header");
    expect(read.findings).toMatchObject([{ code: "MISSING_COLON" }]);
  });

  test("the headers hold every byte between start line and body, in their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", ":", " ", "\r\n", "\n", "\t", '"') })),
        (lines) => {
          const text = `OPTIONS sip:a@example.com SIP/2.0\r\n${lines.join("\r\n")}\r\n\r\nbody`;
          const { headers, body } = readSipMessage(text);
          let kept = text.slice(text.indexOf("\n") + 1, body.start);
          for (const { range } of headers) kept = kept.replace(text.slice(range.start, range.end), "");
          expect(kept.replace(/[\r\n]/g, "")).toBe("");
        },
      ),
    );
  });

  test("a million headers are kept, the most of them as one piece, in a moment", () => {
    const text = `OPTIONS sip:a@example.com SIP/2.0\r\n${"X: y\r\n".repeat(1_000_000)}\r\nbody`;
    const started = performance.now();
    const read = readSipMessage(text);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(read.headers).toHaveLength(1_001);
    expect(read.headers.at(-1)?.range.end).toBe(text.length - "\r\n\r\nbody".length);
    expect(read.findings.filter(({ code }) => code === "TOO_MANY_HEADERS")).toHaveLength(1);
    expect(textOf(read, read.body)).toBe("body");
  });
});

describe("the body", () => {
  test.each([
    ["as long as it says", "4", "body", []],
    ["cut to a smaller length", "2", "bo", ["CONTENT_LENGTH_TOO_SMALL"]],
    ["whole when the length is too large", "9999", "body", ["CONTENT_LENGTH_TOO_LARGE"]],
    ["whole when the length is negative", "-1", "body", ["CONTENT_LENGTH_NEGATIVE"]],
    ["whole when the length is no number", "four", "body", ["CONTENT_LENGTH_MALFORMED"]],
    ["whole when the length has 4 GiB", "4294967296", "body", ["CONTENT_LENGTH_TOO_LARGE"]],
  ])("it is %s", (_, length, body, codes) => {
    const headers = { "Content-Length": length, "Content-Type": "text/plain" };
    const read = readSipMessage(messageWith({ headers, body: "body" }));
    expect(textOf(read, read.body)).toBe(body);
    expect(read.findings.map(({ code }) => code)).toEqual(codes);
  });

  test("without a length it reaches to the end of a datagram, and a stream must have one", () => {
    const text = messageWith({
      headers: { "Content-Length": null, "Content-Type": "text/plain" },
      body: "body",
    });
    expect(readSipMessage(text).findings).toEqual([]);
    expect(readSipMessage(text, { isStream: true }).findings).toMatchObject([
      { code: "CONTENT_LENGTH_MISSING" },
    ]);
  });

  test("with two lengths that differ nothing is cut off", () => {
    const read = readSipMessage(
      messageWith({ lines: ["Content-Length: 2", "Content-Type: text/plain"], body: "body" }),
    );
    expect(textOf(read, read.body)).toBe("body");
    expect(read.findings.map(({ code }) => code)).toEqual(["HEADER_REPEATED", "CONTENT_LENGTH_CONFLICT"]);
  });
});

describe("a message that the capture cut", () => {
  const whole = inviteWith({ headers: { "Content-Type": "application/sdp" }, body: exampleSdp });

  test("has no finding for what was cut off, wherever the cut is", () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect([length, readSipMessage(whole.slice(0, length), { isCut: true }).findings]).toEqual([
        length,
        [],
      ]);
    }
  });

  test("keeps the findings for what stands before the cut", () => {
    const text = messageWith({ headers: { Via: "nonsense" } });
    const read = readSipMessage(text.slice(0, text.indexOf("CSeq") + 3), { isCut: true });
    expect(read.findings).toMatchObject([{ code: "VIA_MALFORMED" }]);
  });

  test("and the same bytes as a whole message have findings", () => {
    expect(readSipMessage(whole.slice(0, 100)).findings).not.toEqual([]);
  });
});
