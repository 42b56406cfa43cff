import { describe, expect, test } from "vitest";
import { firstValue, headerValues } from "./header-values";
import { readSipMessage } from "./read-message";

function valuesIn(lines: string[], name: string): string[] {
  const message = readSipMessage(`OPTIONS sip:a@example.com SIP/2.0\r\n${lines.join("\r\n")}\r\n\r\n`);
  return headerValues(message, name).map(({ start, end }) => message.text.slice(start, end));
}

describe("values of a header", () => {
  test.each([
    ["one a line", ["Route: <sip:a>", "Route: <sip:b>"], "Route", ["<sip:a>", "<sip:b>"]],
    ["several in a line", ["Via: A , B,C"], "Via", ["A", "B", "C"]],
    ["in lines of any spelling", ["v: A", "VIA: B, C"], "via", ["A", "B", "C"]],
    ["asked for by the compact name", ["Contact: A", "m: B"], "m", ["A", "B"]],
    ["with commas in quotes", ['Contact: "a, b" <sip:a>, <sip:b>'], "Contact", ['"a, b" <sip:a>', "<sip:b>"]],
    [
      "with quotes in quotes",
      ['Contact: "a\\", b" <sip:a>, <sip:b>'],
      "Contact",
      ['"a\\", b" <sip:a>', "<sip:b>"],
    ],
    ["with commas in brackets", ["Route: <sip:a,b@c>, <sip:d>"], "Route", ["<sip:a,b@c>", "<sip:d>"]],
    [
      "behind a quote that nothing closes",
      ['Contact: "a <sip:a>, <sip:b>'],
      "Contact",
      ['"a <sip:a>', "<sip:b>"],
    ],
    ["behind a bracket that nothing closes", ["Contact: <sip:a, sip:b"], "Contact", ["<sip:a", "sip:b"]],
    ["without the empty places", ["Contact: ,<sip:a>,,"], "Contact", ["<sip:a>"]],
    ["in folded lines", ["Via: A,", " B"], "Via", ["A", "B"]],
    [
      "of Diversion and History-Info",
      ["Diversion: <a>;x, <b>", "History-Info: c,d"],
      "Diversion",
      ["<a>;x", "<b>"],
    ],
    [
      "of a date, which has a comma",
      ["Date: Sat, 13 Nov 2010 23:29:00 GMT"],
      "Date",
      ["Sat, 13 Nov 2010 23:29:00 GMT"],
    ],
    [
      "of credentials, which have commas",
      ["Authorization: Digest a=b, c=d"],
      "Authorization",
      ["Digest a=b, c=d"],
    ],
    ["of a subject", ["Subject: yes, please"], "s", ["yes, please"]],
    ["of an unknown header", ["X-Odd: a, b", "x-odd: c"], "X-ODD", ["a, b", "c"]],
    ["of a header that is absent", ["Via: A"], "Route", []],
  ])("%s", (_, lines, name, values) => {
    expect(valuesIn(lines, name)).toEqual(values);
  });

  test("the first value is that of the first line that has one", () => {
    const message = readSipMessage("OPTIONS sip:a@example.com SIP/2.0\r\nContact:\r\nm: ,A,B\r\n\r\n");
    expect(firstValue(message, "Contact")).toBe("A");
    expect(firstValue(message, "Route")).toBeUndefined();
  });
});
