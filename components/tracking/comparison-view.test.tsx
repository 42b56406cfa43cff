import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  type ComparisonResult,
  comparisonFindingCodes,
  type VerdictWord,
  verdictWords,
} from "@/lib/call-tracking/comparison/comparison-result";
import { testComparison } from "@/lib/call-tracking/comparison/test-comparison";
import { buildCandidate, buildFlow, buildResult, someMark, someTiming } from "./build-result";
import { ComparisonView } from "./comparison-view";
import { findingText, remarkText } from "./finding-list";
import { answerSentences } from "./result-answer";

function drawn(result: ComparisonResult, shown?: number): string {
  return renderToStaticMarkup(
    <ComparisonView
      result={result}
      names={{ first: "near.pcap", second: "far.pcap" }}
      comparedAt={new Date("2026-03-02T21:15:00Z")}
      zone="UTC"
      downloads={{ json: "/json", pdf: "/pdf" }}
      shown={shown}
      hrefOfCandidate={(candidate) => `?candidate=${candidate}`}
    />,
  );
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}

function withVerdict(word: VerdictWord, changed: Partial<ComparisonResult> = {}): ComparisonResult {
  const candidates = [buildCandidate({ verdict: word })];
  return buildResult({ candidates, verdict: { word, candidate: 0, candidates: 1 }, ...changed });
}

describe.each(verdictWords)("the verdict %s", (word) => {
  test("is told in sentences, the answer first", () => {
    const text = textOf(drawn(withVerdict(word)));
    const sentences = answerSentences(withVerdict(word));
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
      expect(text).toContain(sentence);
    }
    expect(text.indexOf(sentences[0] ?? "")).toBeLessThan(text.indexOf("What this does not show"));
  });

  test("is told without candidates, too", () => {
    const sentences = answerSentences(buildResult({ candidates: [], verdict: { word } }));
    expect(sentences.every((sentence) => /\.$/.test(sentence))).toBe(true);
    drawn(buildResult({ candidates: [], verdict: { word } }));
  });

  test("never says who called", () => {
    const text = textOf(drawn(withVerdict(word))).toLowerCase();
    for (const never of ["the caller is", "the caller was", "same person", "proves"]) {
      expect(text).not.toContain(never);
    }
    expect(text).toContain("who spoke was not tested");
  });
});

describe("a match", () => {
  test("gives its distance, its chance, the flows looked at and the false matches to expect", () => {
    expect(answerSentences(buildResult())).toEqual([
      "The watermark was found in one flow of the second capture. 2 of 24 bits differ.",
      "A flow that has nothing to do with this call comes as close about 1 time in 55,000.",
      "10 flows were looked at. A false match is to be expected in about 1 of 5,500 such searches.",
    ]);
  });

  test("in several flows says so", () => {
    const verdict = { word: "match", candidate: 0, candidates: 3 } as const;
    expect(answerSentences(buildResult({ verdict }))[0]).toBe(
      "The watermark was found in 3 flows of the second capture. In the closest, 2 of 24 bits differ.",
    );
  });
});

test("a watermark that no flow was long enough for is said not to have been looked for", () => {
  const result = withVerdict("compatible");
  const watermark = result.watermark && { ...result.watermark, lookedAt: 0 };
  const sentence = "No flow held enough packets to look for the watermark.";
  expect(answerSentences({ ...result, watermark })).toContain(sentence);
  expect(answerSentences(result)).not.toContain(sentence);
});

test("what is compatible says that other calls would fit, and how many of known different calls do", () => {
  const sentences = answerSentences(withVerdict("compatible")).join(" ");
  expect(sentences).toContain("Other calls would fit too.");
  expect(sentences).toContain("Two different calls fit at least as well about 1 time in 250.");
  expect(sentences).toContain("A false match is to be expected in about 1 of 25 such searches.");
});

test("a chance of nought among known different calls is not told as a number", () => {
  const candidates = [buildCandidate({ verdict: "compatible", timing: { ...someTiming, falseMatch: 0 } })];
  const result = buildResult({ candidates, verdict: { word: "compatible", candidate: 0, candidates: 1 } });
  expect(answerSentences(result).join(" ")).toContain(
    "Not one of the known pairs of different calls fits as well.",
  );
});

test.each(comparisonFindingCodes)(
  "the finding %s stands on the page, of the whole and of one flow",
  (code) => {
    const finding = { code, count: 2, packets: 7, needed: 9, seconds: 300 };
    const candidates = [buildCandidate({ findings: [finding] })];
    expect(textOf(drawn(buildResult({ findings: [finding] })))).toContain(
      `What to mind ${findingText(finding)}`,
    );
    expect(textOf(drawn(buildResult({ candidates })))).toContain(remarkText(finding));
  },
);

test("every file is named by its hash, and the version and settings are told", () => {
  const text = textOf(drawn(buildResult()));
  const hashes = ["1", "2", "3"].map((digit) => digit.repeat(64));
  for (const value of [...hashes, "near.pcap", "far.pcap", "60 seconds", "Version of the comparison 1"]) {
    expect(text).toContain(value);
  }
});

test("pictures are those of the flow asked for; of a flow that is not there, those of the answer", () => {
  const other = buildFlow({ destination: { address: "203.0.113.7", port: 6000 } });
  const mark = { ...someMark, distance: 11 };
  const candidates = [buildCandidate(), buildCandidate({ flow: other, mark, verdict: "no-match" })];
  const result = buildResult({ candidates });
  const told = (number: number, to: string) =>
    `The pictures show flow ${number}. From 192.0.2.1:4000 to ${to}`;
  expect(textOf(drawn(result, 1))).toContain(told(2, "203.0.113.7:6000"));
  expect(textOf(drawn(result, 7))).toContain(told(1, "198.51.100.2:5000"));
  expect(drawn(result, 1)).toContain('href="?candidate=0"');
});

test("of very many flows the best are seen, some lie folded, and the rest is said to be in the file", () => {
  const candidates = Array.from({ length: 240 }, () => buildCandidate());
  const html = drawn(buildResult({ candidates }));
  expect(textOf(html)).toContain("The other 230 flows");
  expect(textOf(html)).toContain("The 100 best of 240 are shown.");
  expect(html.indexOf("The other 230 flows")).toBeGreaterThan(html.indexOf("See flow 2"));
});

test("real results are told, whatever was left out", () => {
  for (const result of [
    testComparison({ decoys: 2 }),
    testComparison({ decoys: 2 }, "watermark"),
    testComparison({ decoys: 2 }, "first"),
    testComparison({ decoys: 0, hasPartner: false }),
    testComparison({ decoys: 1, packets: 200 }),
  ]) {
    expect(textOf(drawn(result))).toContain("What this does not show");
  }
});
