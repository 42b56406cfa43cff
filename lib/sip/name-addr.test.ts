import { describe, expect, test } from "vitest";
import { paramValue } from "./header-params";
import { readNameAddr } from "./name-addr";

describe("an address", () => {
  test.each([
    ["sip:a@example.com", undefined, "sip:a@example.com"],
    ["<sip:a@example.com>", undefined, "sip:a@example.com"],
    ["Bob <sip:a@example.com>", "Bob", "sip:a@example.com"],
    ["caller<sip:a@example.com>", "caller", "sip:a@example.com"],
    ["Bob  B. <sip:a@example.com>", "Bob  B.", "sip:a@example.com"],
    ['"" <sip:a@example.com>', "", "sip:a@example.com"],
    ['"A \\"B\\" \\\\ C"<sip:a@example.com>', 'A "B" \\ C', "sip:a@example.com"],
    ['"<sip:eve@example.com>" <sip:a@example.com>', "<sip:eve@example.com>", "sip:a@example.com"],
    ['"\xd0\x90\xd0\xbd\xd0\xb0" <sip:a@example.com>', "Ана", "sip:a@example.com"],
    ['"Ren\xe9" <sip:a@example.com>', "Ren\\xE9", "sip:a@example.com"],
    ['"Police\\\0" <sip:a@example.com>', "Police\u2400", "sip:a@example.com"],
    ['"Mr. Bob <sip:a@example.com>', '"Mr. Bob', "sip:a@example.com"],
    ["Bell, A. <sip:a@example.com>", "Bell, A.", "sip:a@example.com"],
    ["< sip:a@example.com >", undefined, "sip:a@example.com"],
    ["<sip:a@example.com", undefined, "sip:a@example.com"],
    ["Bob\r\n <sip:a@example.com>", "Bob", "sip:a@example.com"],
    ["*", undefined, "*"],
    ["", undefined, ""],
  ])("%j names %j and gives %j", (text, displayName, uri) => {
    const read = readNameAddr(text);
    expect(read.displayName).toBe(displayName);
    expect(text.slice(read.uri.range.start, read.uri.range.end)).toBe(uri);
  });

  test.each([
    ["without brackets the parameters are the header's", "sip:a@example.com;tag=1;lr", [], ["tag", "lr"]],
    ["in brackets they are the URI's", "<sip:a@example.com;lr>;tag=1", ["lr"], ["tag"]],
    ["white space and lines may stand between", "<sip:a@example.com> ;\r\n Tag = 1", [], ["tag"]],
    ["a semicolon in quotes parts nothing", '<sip:a@example.com>;x="a;b";tag=1', [], ["x", "tag"]],
  ])("%s", (_, text, ofUri, ofHeader) => {
    const { uri, params } = readNameAddr(text);
    expect(uri.params.map(({ name }) => name)).toEqual(ofUri);
    expect(params.map(({ name }) => name)).toEqual(ofHeader);
  });

  test("the value of a parameter has no quotes, a bare one is empty, an absent one is none", () => {
    const { params } = readNameAddr('<sip:a@example.com>;+sip.instance="<urn:uuid:\\"0>";ob;TAG=x');
    expect(paramValue(params, "+sip.instance")).toBe('<urn:uuid:"0>');
    expect(paramValue(params, "ob")).toBe("");
    expect(paramValue(params, "tag")).toBe("x");
    expect(paramValue(params, "q")).toBeUndefined();
  });

  test("places are those of the text, not of the value", () => {
    const text = 'From: "A" <sip:a@example.com:5060>;tag=1\r\n';
    const read = readNameAddr(text, { start: 6, end: 40 });
    const { uri, nameRange, paramsRange } = read;
    const at = (range?: { start: number; end: number }) => range && text.slice(range.start, range.end);
    expect([
      at(read.range),
      at(nameRange),
      at(uri.user),
      at(uri.host),
      at(uri.portRange),
      at(paramsRange),
    ]).toEqual(['"A" <sip:a@example.com:5060>;tag=1', '"A"', "a", "example.com", ":5060", ";tag=1"]);
  });
});
