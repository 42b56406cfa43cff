import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Finding } from "@/lib/sip/finding";
import type { SipMessage } from "@/lib/sip/message";
import { segmentsOf } from "./marked-segments";
import { MarkedText } from "./marked-text";
import { MessageFindings } from "./message-findings";

function finding(start: number, end: number, weight: Finding["weight"] = "odd"): Finding {
  return { code: "METHOD_UNKNOWN", weight, range: { start, end } };
}

function messageOf(text: string, findings: Finding[]): SipMessage {
  const nowhere = { start: 0, end: 0 };
  return { kind: "request", method: "INVITE", uri: nowhere, text, headers: [], body: nowhere, findings };
}

const drawn = (text: string, findings: Finding[]) =>
  renderToStaticMarkup(<MarkedText read={messageOf(text, findings)} number={1} />);

test.each([
  ["one finding", [finding(2, 4)], ["0-2", "2-4:0", "4-10"]],
  ["two that overlap", [finding(2, 6), finding(4, 8)], ["0-2", "2-4:0", "4-6:0,1", "6-8:1", "8-10"]],
  ["one inside another", [finding(0, 10), finding(3, 5)], ["0-3:0", "3-5:0,1", "5-10:0"]],
  ["an empty range", [finding(5, 5)], ["0-10"]],
  ["a range that leaves the text", [finding(8, 99), finding(-4, 1)], ["0-1:1", "1-8", "8-10:0"]],
])("marks never overlap: %s", (_what, findings, cut) => {
  const told = segmentsOf(10, findings).map(({ range, findings }) => {
    const place = `${range.start}-${range.end}`;
    return findings.length > 0 ? `${place}:${findings.join()}` : place;
  });
  expect(told).toEqual(cut);
});

test("all of a message is shown, marks or not", () => {
  const text = "INVITE sip:bob@example.test SIP/2.0\r\nVia: x\r\n\r\nbody";
  const plain = drawn(text, [finding(0, 6), finding(3, 40, "broken")]).replace(
    /<sup>.*?<\/sup>|<[^>]+>/g,
    "",
  );
  expect(plain).toBe(`${text.replaceAll("\r\n", "\n")}\n`);
});

test("a mark carries the number of its finding and the form of the heaviest", () => {
  expect(drawn("abcdef", [finding(1, 3, "note"), finding(2, 3, "broken")])).toContain(
    '<mark class="mark-note">b<sup>1</sup></mark><mark class="mark-broken">c<sup>1,2</sup></mark>',
  );
});

test("markup in a message stays text", () => {
  expect(drawn("<script>alert(1)</script>", [finding(0, 8)])).not.toContain("<script>");
});

test("a message too long for a page says how much is left in the file", () => {
  expect(drawn("x".repeat(60_005), [])).toContain("5 more bytes are in the file");
});

test("a finding names its bytes in the message and in the file, the last one included", () => {
  const read = messageOf("abc", [finding(120, 161)]);
  const html = renderToStaticMarkup(<MessageFindings read={read} offset={5_190} />);
  expect(html).toContain("Bytes 120–160 of the message, 5,310 in the file");
});
