import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formatTally, sum, tallyPlaywright, tallyVitest } from "./tally.mjs";

let report;

beforeEach(() => {
  report = join(mkdtempSync(join(tmpdir(), "nightjar-tally-")), "report.json");
});

afterEach(() => rmSync(join(report, ".."), { recursive: true }));

const vitestReport = (numbers) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{}] }],
  ...numbers,
});

test.each([
  ["all passed", 0, {}, { passed: 5, failed: 0, skipped: 1 }],
  ["two tests failed", 1, { numFailedTests: 2 }, { passed: 5, failed: 2, skipped: 1 }],
  [
    "a file could not be loaded",
    1,
    { testResults: [{ status: "failed", assertionResults: [] }] },
    { passed: 5, failed: 1, skipped: 1 },
  ],
  ["something failed outside the tests", 1, {}, { passed: 5, failed: 1, skipped: 1 }],
])("Vitest's report when %s", (_, exitCode, numbers, tally) => {
  writeFileSync(report, JSON.stringify(vitestReport(numbers)));
  expect(tallyVitest(report, exitCode)).toEqual(tally);
});

test("Playwright's report, and a run that came to no report at all", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  writeFileSync(report, JSON.stringify({ stats }));
  expect(tallyPlaywright(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  expect(tallyPlaywright(`${report}.none`, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("the last line names what was skipped only if something was", () => {
  const some = { passed: 2, failed: 0, skipped: 0 };
  expect(formatTally(some)).toBe("2 passed, 0 failed");
  expect(formatTally(sum([some, { passed: 1, failed: 1, skipped: 3 }]))).toBe(
    "3 passed, 1 failed, 3 skipped",
  );
});
