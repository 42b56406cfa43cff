import { expect, test } from "vitest";
import type { TimingResult } from "../timing/timing-result";
import { candidateVerdict, type Grounds } from "./candidate-verdict";
import type { VerdictWord } from "./comparison-result";
import type { FoundMark } from "./look-for-mark";

const mark = (distance: number, isWhole = true) => ({ distance, isWhole }) as FoundMark;
const timing = (logLikelihoodRatio: number, falseMatch = 0.005) =>
  ({ logLikelihoodRatio, falseMatch }) as TimingResult;
const sameStream = { sameSource: true, sharedPackets: 500, agreeingPackets: 500 };
const overlap = { kind: "overlap" } as const;
const perfect = { mark: mark(0), stream: sameStream, timing: timing(9), fit: overlap };

test.each<[string, Partial<Grounds>, VerdictWord]>([
  ["a copy tells nothing, however well it agrees", { ...perfect, isCopy: true }, "cannot-tell"],
  ["a distance at the threshold is a match", { mark: mark(4) }, "match"],
  ["one bit more is none", { mark: mark(5) }, "no-match"],
  ["nothing matches where even distance 0 is too weak", { mark: mark(0), threshold: -1 }, "cannot-tell"],
  ["a mark of which much is missing may have been there", { mark: mark(12, false) }, "cannot-tell"],
  ["but what is found of it counts in full", { mark: mark(4, false) }, "match"],
  [
    "headers are facts that no missing mark takes back",
    { mark: mark(12), stream: sameStream },
    "same-stream",
  ],
  ["a missing mark outweighs timing", { mark: mark(12), timing: timing(9), fit: overlap }, "no-match"],
  ["the best timing there is earns compatible", { timing: timing(99, 0), fit: overlap }, "compatible"],
  [
    "likely timing that many non-pairs share does not",
    { timing: timing(2, 0.02), fit: overlap },
    "cannot-tell",
  ],
  ["timing that is nine times likelier does not", { timing: timing(0.95), fit: overlap }, "cannot-tell"],
  [
    "timing ten times likelier by chance does not fit",
    { timing: timing(-1, 0.9), fit: overlap },
    "not-compatible",
  ],
  [
    "timing under a clock set right by guess tells nothing",
    { timing: timing(9), fit: { kind: "apart", seconds: 3600 } },
    "cannot-tell",
  ],
  ["nothing at all tells nothing", {}, "cannot-tell"],
])("%s", (_, grounds, verdict) => {
  expect(candidateVerdict({ isCopy: false, threshold: 4, ...grounds })).toBe(verdict);
});
