import { describe, expect, test } from "vitest";
import { readUri } from "./uri";
import { decodedUri } from "./uri-escapes";

function partsOf(text: string) {
  const { scheme, user, password, host, port, params, headers } = readUri(text);
  const pairs = (all: typeof params) =>
    all.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
  return [scheme, user?.text, password?.text, host?.text, port, pairs(params), pairs(headers)];
}

describe("a URI", () => {
  test.each([
    ["sip:example.com", ["sip", undefined, undefined, "example.com", undefined, [], []]],
    ["SIPS:bob@Example.com:5061", ["sips", "bob", undefined, "Example.com", 5061, [], []]],
    ["sip:bob:secret@192.0.2.1", ["sip", "bob", "secret", "192.0.2.1", undefined, [], []]],
    ["sip:bob@[2001:db8::1]:5070;lr", ["sip", "bob", undefined, "2001:db8::1", 5070, ["lr"], []]],
    ["sip:[2001:db8::1]", ["sip", undefined, undefined, "2001:db8::1", undefined, [], []]],
    ["sip:bob@2001:db8::1", ["sip", "bob", undefined, "2001:db8::1", undefined, [], []]],
    ["sip:bob@2001:db8:0:0:0:0:0:1:5060", ["sip", "bob", undefined, "2001:db8:0:0:0:0:0:1", 5060, [], []]],
    [
      "sip:bob@example.com;Transport=TCP;lr",
      ["sip", "bob", undefined, "example.com", undefined, ["transport=TCP", "lr"], []],
    ],
    [
      "sip:bob@example.com?Subject=x&Route=%3Csip:a%3E",
      ["sip", "bob", undefined, "example.com", undefined, [], ["subject=x", "route=%3Csip:a%3E"]],
    ],
    [
      "sip:bob@example.com;lr?a=b;c@d",
      ["sip", "bob", undefined, "example.com", undefined, ["lr"], ["a=b;c@d"]],
    ],
    [
      "sip:user;par=u%40example.net@example.com",
      ["sip", "user;par=u%40example.net", undefined, "example.com", undefined, [], []],
    ],
    ["sip:a?b/c,d@example.com", ["sip", "a?b/c,d", undefined, "example.com", undefined, [], []]],
    ["sip:bob@home@example.com", ["sip", "bob@home", undefined, "example.com", undefined, [], []]],
    ["sip:@example.com", ["sip", "", undefined, "example.com", undefined, [], []]],
    ["sip:bob@", ["sip", "bob", undefined, undefined, undefined, [], []]],
    ["sip:bob@example.com:port", ["sip", "bob", undefined, "example.com", undefined, [], []]],
    [
      "tel:+1-202-555-0123;ext=12;isub=3",
      ["tel", "+1-202-555-0123", undefined, undefined, undefined, ["ext=12", "isub=3"], []],
    ],
    [
      "tel:5550100;phone-context=+1202",
      ["tel", "5550100", undefined, undefined, undefined, ["phone-context=+1202"], []],
    ],
    ["urn:service:sos", ["urn", undefined, undefined, undefined, undefined, [], []]],
    ["nothing", ["", undefined, undefined, undefined, undefined, [], []]],
    ["", ["", undefined, undefined, undefined, undefined, [], []]],
  ])("%s", (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test("an escaped name of a parameter is that name, and its value stays as written", () => {
    const [lr, other] = readUri("sip:example.com;%6C%72;n%61me=v%61lue").params;
    expect([lr?.name, other?.name, other?.value]).toEqual(["lr", "name", "v%61lue"]);
  });

  test("a number in the user part keeps its own parameters", () => {
    const { user, userParams, params } = readUri(
      "sip:+12025550123;npdi;rn=+12025550100@example.com;user=phone",
    );
    expect(user?.text).toBe("+12025550123;npdi;rn=+12025550100");
    expect(userParams.map(({ name, value }) => [name, value])).toEqual([
      ["npdi", undefined],
      ["rn", "+12025550100"],
    ]);
    expect(params.map(({ name }) => name)).toEqual(["user"]);
  });
});

describe("a part of a URI on the screen", () => {
  test.each([
    ["plain", "plain"],
    ["sips%3Auser%40example.com", "sips:user@example.com"],
    ["J%C3%BCrgen", "Jürgen"],
    ["null-%00-null", "null-\u2400-null"],
    ["caf%E9", "caf\\xE9"],
    ["100%", "100%"],
    ["%2525", "%25"],
  ])("%s is shown as %s", (written, shown) => {
    expect(decodedUri(written)).toBe(shown);
  });
});
