import { expect, test } from "vitest";
import { niceTicks } from "./nice-ticks";
import { chanceWords, oneDecimal, smallNumber, timesWords, twoDecimals } from "./number-words";

test.each([
  [0, "0"],
  [1, "1"],
  [3.30538, "3.31"],
  [0.00330538, "0.00331"],
  [0.0001, "0.0001"],
  [7.0258e-8, "7.03 × 10⁻⁸"],
  [7.021e-8, "7.03 × 10⁻⁸"],
  [9.999e-13, "1.00 × 10⁻¹²"],
])("%f is written %s: small probabilities never smaller than they are", (value, words) => {
  expect(smallNumber(value).replaceAll("\u00a0", " ")).toBe(words);
});

test.each([
  [1e-13, "less than 1 time in a million million"],
  [5.96e-8, "about 1 time in 16,000,000"],
  [0.0033054, "about 1 time in 300"],
  [0.271, "about 28 times in 100"],
  [0.999, "nearly always"],
])("a probability of %f is %s", (probability, words) => {
  expect(chanceWords(probability)).toBe(words);
});

test.each([
  [2.3, "200"],
  [-1, "0.1"],
  [0, "1"],
  [5.08, "1.20 × 10⁵"],
  [-4, "1.00 × 10⁻⁴"],
])("a base-10 logarithm of %f is %s times", (log10, words) => {
  expect(timesWords(log10).replaceAll("\u00a0", " ")).toBe(words);
});

test("measured values have a true minus, and zero has none", () => {
  expect([-12.55, -0.04, 0.04, 3].map(oneDecimal)).toEqual(["−12.6", "0.0", "0.0", "3.0"]);
  expect(twoDecimals(-3.396)).toBe("−3.40");
});

test.each([
  [0, 88.2, 8, ["0", "20", "40", "60", "80"]],
  [-7.7, 7.7, 4, ["−5", "0", "5"]],
  [0, 0.5, 4, ["0.0", "0.2", "0.4"]],
  [0, 0, 4, ["0"]],
])("an axis from %f to %f with about %i ticks has %j", (from, to, about, labels) => {
  expect(niceTicks(from, to, about).map(({ text }) => text)).toEqual(labels);
});
