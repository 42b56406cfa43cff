import { expect, test } from "vitest";
import { NEVER_SEEN, STOPPED_AFTER_MS, stateOfReading } from "./reading";

const now = new Date("2026-03-02T22:15:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const row = { seenAt: now, finishedAt: null, failedAt: null };

test.each([
  ["waiting", { ...row, seenAt: NEVER_SEEN }],
  ["reading", row],
  ["reading", { ...row, seenAt: ago(STOPPED_AFTER_MS) }],
  ["stopped", { ...row, seenAt: ago(STOPPED_AFTER_MS + 1) }],
  ["read", { ...row, seenAt: ago(3_600_000), finishedAt: ago(3_600_000) }],
  ["failed", { ...row, failedAt: now }],
])("a reading is %s by its last sign of life and its end", (state, told) => {
  expect(stateOfReading(told, now)).toBe(state);
});
