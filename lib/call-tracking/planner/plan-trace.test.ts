import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { decoders } from "../watermark/watermark";
import type { WantedRates } from "./find-plan";
import { planTrace } from "./plan-trace";
import { ratesOf } from "./rates-of";
import { shortestCall } from "./shortest-call";
import { steadyPath, wrongBits } from "./test-path";
import type { TracePlan } from "./trace-plan";

const wanted = (overrides: Partial<WantedRates> = {}): WantedRates => ({
  path: steadyPath(),
  candidates: 100,
  falseMatches: 0.01,
  detection: 0.99,
  ...overrides,
});
const codesOf = ({ warnings }: TracePlan) => warnings.map(({ code }) => code);

describe("the case of the issue: 90 seconds, 140 ms, 30 ms packets, 24 bits, redundancy 25, 3 ms", () => {
  const parameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3_000 };
  // One millisecond of the source's own jitter is part of every packet's delay.
  const rates = (pathJitterMs: number, threshold: number, delayMs = 140) =>
    ratesOf({
      parameters,
      path: steadyPath({ packetsPerSecond: 1_000 / 30, jitterMs: Math.hypot(pathJitterMs, 1), delayMs }),
      candidates: 1_000,
      falseMatches: 0.01,
      threshold,
    });

  test.each([
    [8, 4, 0.9686, 0.999],
    [10, 4, 0.9322, 0.98],
    [10, 5, 0.9322, 0.995],
    [15, 5, 0.8408, 0.829],
    [20, 5, 0.7731, 0.529],
    [30, 5, 0.6914, 0.202],
  ])(
    "at %i ms of jitter and %i wrong bits borne, a bit is right with %f, the call found with %f",
    (jitterMs, h, bit, found) => {
      expect(rates(jitterMs, h).bitAccuracy).toBeCloseTo(bit, 3);
      expect(rates(jitterMs, h).detection).toBeCloseTo(found, 2);
    },
  );

  test("of 1,000 other flows, 3.3 are taken for the call at 5 wrong bits", () => {
    expect(rates(10, 5).falseMatch).toBeCloseTo(0.0033054, 6);
    expect(rates(10, 5).expectedFalseMatches).toBeCloseTo(3.3054, 3);
  });

  test("the mean delay has no effect", () => {
    expect(rates(10, 5, 5_000)).toEqual(rates(10, 5, 0));
    const far = planTrace({ ...wanted({ path: steadyPath({ delayMs: 5_000 }) }), callSeconds: 90 });
    expect(far).toEqual(planTrace({ ...wanted(), callSeconds: 90 }));
  });

  test("the mark takes 90 seconds", () => {
    expect(rates(10, 5).callSeconds).toBeCloseTo(90, 9);
  });

  test("among 1,000 flows the tool plans another word for the same call: longer, and without false matches", () => {
    const path = steadyPath({ packetsPerSecond: 1_000 / 30 });
    const plan = planTrace({ ...wanted({ path, candidates: 1_000 }), callSeconds: 90 });
    expect(plan).toMatchObject({
      threshold: 9,
      parameters: { bits: 48, redundancy: 15, shiftMs: 4, packets: 3_000 },
    });
    expect(plan.expectedFalseMatches).toBeLessThanOrEqual(0.01);
    expect(plan.detection).toBeGreaterThan(0.99);
  });
});

describe("a plan", () => {
  test("takes the smallest shift: half a millisecond less does not do", () => {
    const { parameters } = planTrace({ ...wanted(), callSeconds: 60 });
    const { seconds = 0 } = {
      seconds: shortestCall({ ...wanted(), shiftMs: parameters.shiftMs }).callSeconds,
    };
    expect(seconds).toBeLessThanOrEqual(60);
    const less = shortestCall({ ...wanted(), shiftMs: parameters.shiftMs - 0.5 });
    expect(less.callSeconds).toBeGreaterThan(60);
  });

  test("keeps the expected false matches among all candidates below what is borne", () => {
    for (const candidates of [1, 30, 1_000, 100_000]) {
      for (const falseMatches of [0.5, 0.1, 0.01, 0.001]) {
        const plan = planTrace({ ...wanted({ candidates, falseMatches }), callSeconds: 90 });
        expect(plan.expectedFalseMatches).toBeLessThanOrEqual(falseMatches);
        expect(plan.detection).toBeGreaterThanOrEqual(0.99);
      }
    }
  });

  test("for a call that is too short names the shortest that would do", () => {
    const plan = planTrace({ ...wanted(), callSeconds: 1 });
    const { seconds = 0 } = plan.warnings.find(({ code }) => code === "TOO_SHORT") ?? {};
    expect(codesOf(planTrace({ ...wanted(), callSeconds: seconds }))).not.toContain("TOO_SHORT");
    expect(codesOf(planTrace({ ...wanted(), callSeconds: seconds - 1 }))).toContain("TOO_SHORT");
  });

  test("promises nothing where no word fits", () => {
    const plan = planTrace({ ...wanted(), callSeconds: 1 });
    expect(plan).toMatchObject({ detection: 0, threshold: -1, falseMatch: 0 });
    expect(codesOf(plan)).toEqual(["TOO_SHORT"]);
  });

  test.each([
    [60, {}, []],
    [12, { jitterMs: 30 }, ["HEARD"]],
    [90, { jitterMs: 1 }, ["SHOWS"]],
    [8, { jitterMs: 5 }, ["SHOWS"]],
    [90, { loss: 0.4 }, ["LOSS"]],
  ])("for %i seconds on a path of %o warns of %j", (callSeconds, path, codes) => {
    const plan = planTrace({ ...wanted({ path: steadyPath(path) }), callSeconds });
    expect(codesOf(plan)).toEqual(expect.arrayContaining(codes));
    if (codes.length === 0) expect(codesOf(plan)).toEqual([]);
  });

  test("a shift beyond the spacing counts as the spacing, and says so", () => {
    const parameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 30, packets: 3_000 };
    const question = { parameters, path: steadyPath({ jitterMs: 80 }), candidates: 1, falseMatches: 0.01 };
    const spaced = ratesOf({ ...question, parameters: { ...parameters, shiftMs: 20 } });
    expect(ratesOf(question).bitAccuracy).toBe(spaced.bitAccuracy);
    expect(codesOf(ratesOf(question))).toContain("PUSHES");
    expect(codesOf(spaced)).not.toContain("PUSHES");
  });
});

const paths = fc.record({
  packetsPerSecond: fc.integer({ min: 5, max: 200 }),
  jitterMs: fc.double({ min: 0, max: 100, noNaN: true }),
  loss: fc.double({ min: 0, max: 0.5, noNaN: true }),
  delayMs: fc.integer({ min: 0, max: 5_000 }),
});
const questions = fc.record({
  path: paths,
  candidates: fc.integer({ min: 1, max: 100_000 }),
  falseMatches: fc.constantFrom(0.5, 0.1, 0.01, 0.001),
  detection: fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
});
const runs = { seed: 20260302, numRuns: 40 };

describe("for all calls and paths", () => {
  test("more jitter never gives better rates", () => {
    const asked = fc.tuple(
      questions,
      fc.integer({ min: 1, max: 7_200 }),
      fc.double({ min: 1, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(asked, ([question, callSeconds, more]) => {
        const { parameters, threshold, detection } = planTrace({ ...question, callSeconds });
        const path = { ...question.path, jitterMs: question.path.jitterMs * more };
        const worse = ratesOf({ ...question, parameters, threshold, path });
        expect(worse.detection).toBeLessThanOrEqual(detection + 1e-9);
        expect(planTrace({ ...question, path, callSeconds }).parameters.shiftMs).toBeGreaterThanOrEqual(
          parameters.shiftMs,
        );
      }),
      runs,
    );
  });

  test("a longer call never needs a larger shift, and never becomes too short", () => {
    const asked = fc.tuple(questions, fc.integer({ min: 1, max: 3_600 }), fc.integer({ min: 0, max: 3_600 }));
    fc.assert(
      fc.property(asked, ([question, callSeconds, more]) => {
        const one = planTrace({ ...question, callSeconds });
        const longer = planTrace({ ...question, callSeconds: callSeconds + more });
        if (codesOf(one).includes("TOO_SHORT")) return;
        expect(codesOf(longer)).not.toContain("TOO_SHORT");
        expect(longer.parameters.shiftMs).toBeLessThanOrEqual(one.parameters.shiftMs);
      }),
      runs,
    );
  });

  test("the shortest call is the shortest: one second less fails", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 2, max: 20 }), (question, shiftMs) => {
        const plan = shortestCall({ ...question, shiftMs });
        if (codesOf(plan).includes("TOO_SHORT")) return expect(plan.callSeconds).toBe(7_200);
        expect(plan.detection).toBeGreaterThanOrEqual(question.detection);
        const { packetsPerSecond } = question.path;
        if (shiftMs > 1_000 / packetsPerSecond || plan.callSeconds === 1) return;
        const shorter = planTrace({ ...question, callSeconds: plan.callSeconds - 1 });
        expect(codesOf(shorter).includes("TOO_SHORT") || shorter.parameters.shiftMs > shiftMs).toBe(true);
      }),
      runs,
    );
  });

  test("what is asked for is promised, or the plan says that the call is too short", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 7_200 }), (question, callSeconds) => {
        const plan = planTrace({ ...question, callSeconds });
        expect(plan.expectedFalseMatches).toBeLessThanOrEqual(question.falseMatches);
        const { bits, redundancy, distance, packets } = plan.parameters;
        expect(packets).toBeGreaterThanOrEqual(4 * bits * redundancy + distance);
        if (codesOf(plan).includes("TOO_SHORT")) return;
        expect(plan.detection).toBeGreaterThanOrEqual(question.detection);
        expect(packets).toBeLessThanOrEqual(callSeconds * question.path.packetsPerSecond);
      }),
      runs,
    );
  });
});

describe("what a plan promises holds in simulation", () => {
  const CALLS = 150;

  test.each([
    [60, {}],
    [4, {}],
    [90, { jitterMs: 25, loss: 0.03 }],
    [90, { jitterMs: 10, loss: 0.3 }],
    [30, { jitterMs: 15, packetsPerSecond: 1_000 / 30 }],
  ])("for %i seconds on a path of %o, by every decoder", (callSeconds, changes) => {
    const path = steadyPath(changes);
    const { parameters, ...plan } = planTrace({ ...wanted({ path, detection: 0.9 }), callSeconds });
    const wrongOf = wrongBits({ parameters, path, calls: CALLS }, seededRandom(callSeconds));
    for (const decoder of decoders) {
      const wrong = wrongOf[decoder];
      const found = wrong.filter((distance) => distance <= plan.threshold).length / CALLS;
      const atLeast = decoder === "mean" ? plan.detection : 0.9;
      // Four standard errors: with the seed fixed the test is sure, and a wrong theory lies far outside.
      expect(found).toBeGreaterThan(atLeast - 4 * Math.sqrt((atLeast * (1 - atLeast)) / CALLS));
      const right = 1 - wrong.reduce((sum, distance) => sum + distance, 0) / (CALLS * parameters.bits);
      const error = Math.sqrt((plan.bitAccuracy * (1 - plan.bitAccuracy)) / (CALLS * parameters.bits));
      if (decoder === "mean") expect(Math.abs(right - plan.bitAccuracy)).toBeLessThan(4 * error);
    }
  });
});
