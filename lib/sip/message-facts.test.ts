import { describe, expect, test } from "vitest";
import { factsOf } from "./message-facts";
import { readSipMessage } from "./read-message";

function factsFrom(...headers: string[]) {
  return factsOf(readSipMessage(["SIP/2.0 180 Ringing", ...headers, "", ""].join("\r\n")));
}

describe("the facts of a message", () => {
  test("of an answer are those of the request that it answers", () => {
    const facts = factsFrom("CSeq: 42 INVITE", "Call-ID: a@b", "Via: SIP/2.0/UDP h;branch=z9hG4bK1");
    expect(facts).toMatchObject({ isRequest: false, method: "INVITE", cseq: 42, status: 180, callId: "a@b" });
    expect(facts.branch).toBe("z9hG4bK1");
  });

  test.each([
    ["<sip:a@x>;tag=abc", "abc"],
    ["sip:a@x;tag=abc", "abc"],
    ['"x;tag=no <sip:y>" <sip:a@x>;tag=abc;other=1', "abc"],
    ["<sip:a@x;tag=no>;TAG = abc", "abc"],
    ["<sip:a@x;tag=no>", ""],
    ["<sip:a@x>\r\n ;tag=abc", "abc"],
    ["<sip:a@x>;vintage=1;tag=abc", "abc"],
    ["", ""],
  ])("the tag of %s is %s", (from, tag) => {
    expect(factsFrom(`From: ${from}`, "To: <sip:b@x>;tag=other").fromTag).toBe(tag);
  });

  test("the topmost Via counts, also where all stand in one line", () => {
    const facts = factsFrom(
      "Via: SIP/2.0/UDP h;branch=one, SIP/2.0/UDP g;branch=two",
      "Via: SIP/2.0/UDP f;branch=three",
    );
    expect([facts.branch, facts.viaLines]).toEqual(["one", 2]);
  });

  test("what is missing is empty and no harm", () => {
    expect(factsFrom()).toMatchObject({
      method: "",
      cseq: -1,
      callId: "",
      fromTag: "",
      toTag: "",
      branch: "",
    });
    expect(factsFrom("CSeq: x").cseq).toBe(-1);
  });
});
