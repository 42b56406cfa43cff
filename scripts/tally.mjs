import { existsSync, readFileSync } from "node:fs";

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** A check that counts as one test. */
export function one(outcome) {
  return { ...NONE, [outcome]: 1 };
}

export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NONE,
  );
}

/** The last line of a run, in the form that tools read. */
export function formatTally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts Vitest's JSON report. A file that could not be loaded has no tests, and is one failure. */
export function tallyVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return one("failed");
  const unloadable = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  );
  return withExitCode(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** Counts Playwright's JSON report. */
export function tallyPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return one("failed");
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode(exitCode, { passed: expected + flaky, failed: unexpected, skipped });
}

// A run may fail outside any test, say in its set-up or by an unhandled rejection.
function withExitCode(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
