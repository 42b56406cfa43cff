import { expect, test } from "vitest";
import { bringsNew, newProgress } from "./tcp-progress";

type Step = [sequence: number, bytes: number, isNew: boolean];

test.each<[title: string, steps: Step[]]>([
  [
    "bytes in order are new",
    [
      [100, 10, true],
      [110, 10, true],
    ],
  ],
  [
    "the same bytes again are not",
    [
      [100, 10, true],
      [100, 10, false],
      [103, 4, false],
    ],
  ],
  [
    "bytes that reach further than before are",
    [
      [100, 10, true],
      [105, 10, true],
      [110, 5, false],
    ],
  ],
  [
    "numbers wrap around",
    [
      [0xffff_fffa, 10, true],
      [4, 10, true],
      [0xffff_fffa, 10, false],
    ],
  ],
  [
    "a hole is filled once, in parts",
    [
      [100, 10, true],
      [150, 10, true],
      [120, 10, true],
      [120, 10, false],
      [110, 10, true],
      [130, 20, true],
      [140, 5, false],
    ],
  ],
  [
    "another connection on the same ports begins anew",
    [
      [100, 10, true],
      [900_000_000, 10, true],
      [900_000_010, 1, true],
    ],
  ],
])("%s", (_title, steps) => {
  const progress = newProgress(steps[0]?.[0] ?? 0);
  expect(steps.map(([sequence, bytes]) => bringsNew(progress, sequence, bytes))).toEqual(
    steps.map(([, , isNew]) => isNew),
  );
});

test("of ever more holes only the latest are remembered", () => {
  const progress = newProgress(0);
  for (let place = 0; place < 10_000; place++) bringsNew(progress, place * 10, 5);
  expect(progress.holes.length).toBeLessThanOrEqual(64);
});
