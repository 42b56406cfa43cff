import { describe, expect, test } from "vitest";
import { capturesSchema, comparisonSchema } from "./schema";

const near = "5f1f0d5e-7a0b-4a57-9f29-6a1f5b7a0001";
const far = "5f1f0d5e-7a0b-4a57-9f29-6a1f5b7a0002";
const mark = "5f1f0d5e-7a0b-4a57-9f29-6a1f5b7a0003";
const form = {
  firstCaptureId: near,
  secondCaptureId: far,
  firstFlow: "udp 192.0.2.1:4000 > 198.51.100.2:5000",
  candidates: "all",
  watermarkId: "none",
  falseMatches: "0.01",
  clockErrorSeconds: "60",
};

function faultsOf(changed: Record<string, unknown>): string[] {
  const issues = comparisonSchema.safeParse({ ...form, ...changed }).error?.issues ?? [];
  return issues.map(({ path, message }) => `${String(path[0])} ${message}`);
}

describe("a comparison's form", () => {
  test("asks for one flow of the first capture and for all of the second", () => {
    expect(comparisonSchema.parse(form)).toEqual({
      first: { captureId: near, flow: form.firstFlow },
      second: { captureId: far, flows: "all" },
      settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
    });
  });

  test("may look for a watermark alone, in some flows", () => {
    const asked = { ...form, firstCaptureId: "", firstFlow: "", watermarkId: mark, candidates: ["a", "b"] };
    expect(comparisonSchema.parse(asked)).toEqual({
      second: { captureId: far, flows: ["a", "b"] },
      watermarkId: mark,
      settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
    });
  });

  test("takes all flows when “all” is ticked among others", () => {
    expect(comparisonSchema.parse({ ...form, candidates: ["a", "all"] }).second.flows).toBe("all");
  });

  test.each([
    ["no flow of the first capture", { firstFlow: "" }, "firstFlow NO_FLOW"],
    ["no candidates", { candidates: "" }, "candidates NO_CANDIDATES"],
    ["more candidates than are compared", { candidates: Array(2_001).fill("a") }, "candidates TOO_MANY"],
    ["nothing to look for", { firstCaptureId: "none" }, "watermarkId NOTHING_TO_DO"],
    ["a clock that is not a number", { clockErrorSeconds: "an hour" }, "clockErrorSeconds CLOCK_ERROR"],
    ["a clock more than a day off", { clockErrorSeconds: "86401" }, "clockErrorSeconds CLOCK_ERROR"],
    ["a certainty of its own", { falseMatches: "0.02" }, "falseMatches NO_FALSE_MATCHES"],
    ["no second capture", { secondCaptureId: "none" }, "secondCaptureId NO_SECOND"],
    [
      "one flow against itself",
      { secondCaptureId: near, candidates: form.firstFlow },
      "candidates SAME_FLOW",
    ],
  ])("with %s is told so", (_what, changed, fault) => {
    expect(faultsOf(changed)).toEqual([fault]);
  });
});

test("the first capture may be left out, the second not", () => {
  expect(capturesSchema.parse({ firstCaptureId: "none", secondCaptureId: far }).firstCaptureId).toBe("");
  expect(capturesSchema.safeParse({ firstCaptureId: near }).error?.issues[0]?.message).toBe("NO_SECOND");
});
