import { describe, expect, it } from "vitest";
import { bagInfo, isBagPath, manifestText } from "./bag";
import { MADE_AT } from "./build-packet";

const facts = {
  madeAt: MADE_AT,
  payloadBytes: 1_234_567,
  payloadFiles: 3,
  auditHead: { sequence: 2, hash: "ab" },
};

describe("bagInfo", () => {
  it("names nobody who was not passed in", () => {
    expect(bagInfo(facts)).toBe(
      "Bagging-Date: 2026-03-05\nBag-Size: 1.23 MB\nPayload-Oxum: 1234567.3\nBag-Software-Agent: Nightjar\nAudit-Log-Head: 2 ab\n",
    );
  });

  it("keeps a value in its line", () => {
    const text = bagInfo({ ...facts, externalDescription: "calls\r\nPayload-Oxum: 0.0\u2028x" });
    expect(text).toContain("External-Description: calls Payload-Oxum: 0.0 x\n");
    expect(text.match(/^Payload-Oxum/gm)).toHaveLength(1);
  });
});

describe("manifestText", () => {
  it("sorts by bytes and divides hash and path by two spaces", () => {
    expect(manifestText(["data/b", "data/B", "data/a"], () => "00")).toBe(
      "00  data/B\n00  data/a\n00  data/b\n",
    );
  });
});

describe("isBagPath", () => {
  it.each(["data/report.pdf", "data/originals/A1-x_y.wav", "bagit.txt"])("takes %j", (path) => {
    expect(isBagPath(path)).toBe(true);
  });

  it.each([
    "",
    "/data/x",
    "data/../x",
    "data/./x",
    "data//x",
    "data/x/",
    "data/.x",
    "data/-x",
    "data/a b",
    "data/a\nb",
    "data/a\r",
    "data/100%",
    "data\\x",
    "data/é",
    "data/\u202Ex",
    "data/a\n",
  ])("refuses %j", (path) => {
    expect(isBagPath(path)).toBe(false);
  });
});
