import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemaFaults } from "@/lib/platform/form-faults";
import { answerPlan } from "./answer-plan";
import { planFields, planFormSchema } from "./schema";

const codesOf = (form: Record<string, unknown>) =>
  schemaFaults(planFormSchema.safeParse(form).error).map(({ field, code }) => `${field} ${code}`);

describe("the planner's form", () => {
  test("opens with the worked example: 90 seconds, 50 packets a second, 140 ms", () => {
    const form = planFormSchema.parse({});
    expect(form).toMatchObject({ callSeconds: 90, packetsPerSecond: 50, delayMs: 140, question: "mark" });
    expect(answerPlan(form)).toMatchObject({ callSeconds: 90, parameters: { packets: 4_500 } });
  });

  test.each([
    ["callSeconds", "0.5", "CALL_SECONDS_RANGE"],
    ["callSeconds", "7201", "CALL_SECONDS_RANGE"],
    ["callSeconds", "1.5", "CALL_SECONDS_RANGE"],
    ["callSeconds", "", "CALL_SECONDS_RANGE"],
    ["callSeconds", "1e3", "CALL_SECONDS_RANGE"],
    ["packetsPerSecond", "4", "PACKET_RATE_RANGE"],
    ["packetsPerSecond", " ", "PACKET_RATE_RANGE"],
    ["jitterMs", "501", "JITTER_RANGE"],
    ["jitterMs", "-1", "JITTER_RANGE"],
    ["lossPercent", "51", "LOSS_RANGE"],
    ["delayMs", "5001", "DELAY_RANGE"],
    ["candidates", "0", "CANDIDATES_RANGE"],
    ["candidates", "2.5", "CANDIDATES_RANGE"],
    ["falseMatches", "0.2", "UNKNOWN_OPTION"],
    ["detectionPercent", "100", "DETECTION_RANGE"],
    ["question", "who", "UNKNOWN_OPTION"],
  ])("refuses %s %j with %s", (field, typed, code) => {
    expect(codesOf({ [field]: typed })).toEqual([`${field} ${code}`]);
  });

  test.each([
    ["jitterMs", "7,5", 7.5],
    ["jitterMs", " 7.5 ", 7.5],
    ["jitterMs", "0", 0],
    ["detectionPercent", "99.99", 99.99],
  ])("reads %s %j as %f", (field, typed, value) => {
    expect(planFormSchema.parse({ [field]: typed })).toMatchObject({ [field]: value });
  });

  test("asks for the length of the call or for the shift, not for both", () => {
    expect(codesOf({ question: "call", callSeconds: "" })).toEqual([]);
    expect(codesOf({ question: "call", shiftMs: "" })).toEqual(["shiftMs SHIFT_RANGE"]);
    expect(codesOf({ question: "mark", shiftMs: "" })).toEqual([]);
    expect(codesOf({ question: "mark", callSeconds: "" })).toEqual(["callSeconds CALL_SECONDS_RANGE"]);
  });

  test("a fault tells the range for its words", () => {
    const [fault] = schemaFaults(planFormSchema.safeParse({ jitterMs: "x" }).error);
    expect(fault?.values).toEqual({ least: 0, most: 500 });
  });

  test("the shortest call is answered with its length", () => {
    const plan = answerPlan(planFormSchema.parse({ question: "call", shiftMs: "3" }));
    expect(plan.parameters.shiftMs).toBe(3);
    expect(plan.callSeconds).toBeLessThan(90);
  });

  test("never throws, whatever is sent", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("3", "90", "0"), fc.anything());
    const form = fc.record(Object.fromEntries(planFields.map((field) => [field, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(form, (given) => {
        const read = planFormSchema.safeParse(given);
        if (read.success) answerPlan(read.data);
      }),
      { seed: 20260302, numRuns: 200 },
    );
  });
});
