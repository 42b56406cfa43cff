import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

/** Digits that every machine agrees on: the last ones of a logarithm or a sine differ between processors. */
const DIGITS = 6;
/** Instead of an infinite number, which JSON cannot hold. */
const MOST = 1e9;

/**
 * The same value with all its numbers rounded to six significant digits, whole numbers left as they are. What is not a
 * number becomes 0, and infinity a thousand million, so that the result can always be written as JSON.
 */
export function roundNumbers<T>(value: T): T {
  if (typeof value === "number") return roundNumber(value) as T;
  if (Array.isArray(value)) return value.map(roundNumbers) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, member]) => [name, roundNumbers(member)]);
  return Object.fromEntries(entries) as T;
}

export function roundNumber(value: number): number {
  if (Number.isNaN(value)) return 0;
  if (!Number.isFinite(value)) return Math.sign(value) * MOST;
  // Adding 0 makes 0 of minus 0.
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(DIGITS));
}

/** Of a flow: instants in whole microseconds, since six digits of them would be the year. */
export function roundSummary(flow: FlowSummary): FlowSummary {
  const { firstAt, lastAt, ...others } = flow;
  return { ...roundNumbers(others), firstAt: wholeOrZero(firstAt), lastAt: wholeOrZero(lastAt) };
}

function wholeOrZero(value: number): number {
  return Number.isFinite(value) ? Math.round(value) : 0;
}
