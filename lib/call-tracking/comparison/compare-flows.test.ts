import { expect, test } from "vitest";
import { testComparison } from "./test-comparison";

test("x", () => {
  const r = testComparison();
  console.info(
    JSON.stringify(
      {
        ...r,
        candidates: r.candidates.map(({ plots, ...c }) => ({ ...c, plots: Object.keys(plots ?? {}) })),
      },
      null,
      1,
    ),
  );
  expect(r.verdict.word).toBe("match");
});
