import { expect, test } from "vitest";
import { normalCdf } from "./normal-distribution";

// To 30 digits by mpmath's ncdf, rounded.
test.each([
  [-38, 2.8854e-316, 1e-4], // below the smallest number of full precision
  [-10, 7.61985302416053e-24, 1e-13],
  [-6, 9.865876450376981e-10, 1e-13],
  [-3, 0.00134989803163009, 1e-14],
  [-2, 0.02275013194817921, 1e-14],
  [-1.96, 0.024997895148220435, 1e-14],
  [-1, 0.15865525393145707, 1e-14],
  [-0.5, 0.3085375387259869, 1e-14],
  [-1e-8, 0.4999999960105772, 1e-15],
  [0, 0.5, 0],
  [0.5, 0.6914624612740131, 1e-15],
  [1, 0.8413447460685429, 1e-15],
  [1.959963984540054, 0.975, 1e-15],
  [2, 0.9772498680518208, 1e-15],
  [2.0000001, 0.9772498734509169, 1e-15],
  [3, 0.9986501019683699, 1e-15],
  [6, 0.9999999990134123, 1e-15],
  [40, 1, 0],
])("a normal variable is at most %d with probability %d", (x, probability, relativeError) => {
  expect(Math.abs(normalCdf(x) - probability)).toBeLessThanOrEqual(relativeError * probability);
});

test("both expansions agree where one hands over to the other", () => {
  for (const x of [-2, 2]) expect(normalCdf(x + 1e-12)).toBeCloseTo(normalCdf(x - 1e-12), 11);
});

test("what is no number has no probability", () => {
  expect(normalCdf(Number.NaN)).toBeNaN();
});
