import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { canInspect, checkSyntax, flatTextOf, objectsOf, structureOf } from "@/lib/platform/pdf/inspect-pdf";
import { writePdf } from "@/lib/platform/pdf/write-pdf";
import { texts } from "@/lib/platform/texts";
import {
  type ComparisonResult,
  comparisonFindingCodes,
  untestedCodes,
  type VerdictWord,
  verdictWords,
} from "../comparison/comparison-result";
import { testComparison } from "../comparison/test-comparison";
import { annexBlocks } from "./annex-blocks";
import type { AnnexDocument } from "./annex-material";
import { withoutPlots } from "./plot";
import { annexOf, candidateAt, someMark, someResult, someTiming } from "./test-annex";
import { writeAnnexPdf } from "./write-annex-pdf";

const pdfOf = (document: AnnexDocument = annexOf()) => buffer(writeAnnexPdf(document));
const textOf = async (document: AnnexDocument = annexOf()) => flatTextOf(await pdfOf(document));

/** A result of two unmarked flows. */
const passive = (word: VerdictWord, overrides: Partial<ComparisonResult> = {}): ComparisonResult => {
  const { watermark: _, ...result } = someResult();
  return {
    ...result,
    candidates: [candidateAt(4_000, { verdict: word, timing: someTiming, expectedTimingMatches: 0.12 })],
    verdict: { word, candidate: 0, candidates: 1 },
    untested: ["WATERMARK", "CONTENT", "CLOCKS", "PERSON"],
    ...overrides,
  };
};
const resultWith = (word: VerdictWord): ComparisonResult =>
  word === "match" ? someResult() : word === "no-match" ? noMatch() : passive(word);
const noMatch = () =>
  someResult({
    candidates: [candidateAt(4_000, { mark: { ...someMark, distance: 8 } })],
    verdict: { word: "no-match", candidate: 0, candidates: 30 },
  });

const saidOf: Record<VerdictWord, string> = {
  match: "Match at Hamming distance 2 of 24 bits",
  "no-match":
    "No match: the watermark was looked for in 30 flows and found in none. The closest word differs in 8 of 24",
  "same-stream": "Both captures hold packets of one stream of sound",
  compatible:
    "The timing of flow 1 of the table fits the flow of the first capture. Other calls would fit too.",
  "not-compatible": "The timing of one flow does not fit the flow of the first capture.",
  "cannot-tell": "Nothing can be said from these captures.",
};

test("the same comparison gives the same bytes", async () => {
  expect((await pdfOf()).equals(await pdfOf())).toBe(true);
  const made = () => pdfOf(annexOf(testComparison({ decoys: 2 })));
  expect((await made()).equals(await made())).toBe(true);
});

test("another day, another document", async () => {
  const later = annexOf(someResult(), { comparedAt: new Date("2026-03-04T09:15:00Z") });
  expect((await pdfOf()).equals(await pdfOf(later))).toBe(false);
});

describe.skipIf(!canInspect)("as an investigator reads it (needs pdftotext, pdfinfo and qpdf)", () => {
  test("the file is sound, and each drawing says in words what it shows", async () => {
    const pdf = await pdfOf();
    expect(checkSyntax(pdf)).toContain("No syntax or stream encoding errors");
    const tree = structureOf(pdf);
    for (const tag of ["H1", "H2", "H3", "Table", "L"]) expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
    expect(tree.match(/^ *Figure\b/gm)).toHaveLength(4);
    const objects = objectsOf(pdf);
    for (const alt of [
      "Scatter plot of 600 packets",
      "Bar chart of 24 bits, of which 2 differ",
      "Two bar charts",
    ])
      expect(objects).toContain(`/Alt (${alt}`);
  });

  test("the answer stands before everything it rests on", async () => {
    const text = await textOf();
    const order = [
      "What was asked",
      "Answer",
      "What was compared",
      "Settings",
      "What was not tested",
      "The method",
    ];
    const places = order.map((heading) => text.indexOf(heading));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test("a match is told with its distance, its probability and the false matches among so many", async () => {
    const text = await textOf();
    expect(text).toContain("Match at Hamming distance 2 of 24 bits: the word read from flow 1");
    expect(text).toMatch(/comes as close is 1\.79.×.10⁻⁵ \(about 1 time in 55,000\)/);
    expect(text).toContain("Among the 30 flows in which it was looked for, 0.000537 false matches");
  });

  test("why just so many bits may differ is told with numbers", async () => {
    const text = await textOf();
    expect(text).toContain("3 of 24 bits at most");
    expect(text).toContain("comes this close with a probability of 0.000139");
    expect(text).toContain("Among 30 flows that makes 0.00416 expected false matches");
    expect(text).toContain("One bit more would make 0.0232, which is more than the 0.01");
  });

  test.each(verdictWords)("the verdict %s prints its sentences and its limits", async (word) => {
    const text = await textOf(annexOf(resultWith(word)));
    expect(text).toContain(texts("tracking.verdicts")(word));
    expect(text).toContain(texts("tracking.limits")(word));
    expect(text).toContain(saidOf[word]);
  });

  test("timing alone is never worded above “compatible”, however well it fits", async () => {
    const fitting = { ...someTiming, logLikelihoodRatio: 12, falseMatch: 0 };
    const candidates = [candidateAt(4_000, { verdict: "compatible", timing: fitting })];
    const text = await textOf(annexOf(passive("compatible", { candidates })));
    expect(text).toContain("Other calls would fit too.");
    expect(text).toContain("none fits as well. That does not make it impossible.");
    expect(text).toContain("timing never says more than “compatible”");
    expect(text).not.toMatch(/same stream|match at|\bproves\b|probability of 0[ ,.]/i);
  });

  test("several flows that fit are never told as one", async () => {
    const many = passive("compatible", { verdict: { word: "compatible", candidate: 0, candidates: 7 } });
    expect(await textOf(annexOf(many))).toContain("At most one of them can be the same flow of one call");
    const marked = someResult({ verdict: { word: "match", candidate: 0, candidates: 2 } });
    expect(await textOf(annexOf(marked))).toContain("2 flows carry the watermark");
  });

  test("an answer about some flows says that of the others nothing can be said", async () => {
    const { candidates } = passive("not-compatible");
    const unclear = [4_002, 4_004].map((port) => candidateAt(port, { verdict: "cannot-tell" }));
    const text = await textOf(
      annexOf(passive("not-compatible", { candidates: [...candidates, ...unclear] })),
    );
    expect(text).toContain("Of 2 other flows that were looked at, nothing can be said.");
  });

  test("no page says who called, or that something is proven or admissible", async () => {
    for (const word of verdictWords) {
      const text = await textOf(annexOf(resultWith(word)));
      expect(text).not.toMatch(/the caller is|admissible|proven|proves|certain(ly)? the same/i);
      expect(text).toContain("never shows who spoke");
    }
  });

  test("both files stand with their whole hashes, the flows with their ids, and the mark with its fingerprint", async () => {
    const text = await textOf();
    for (const hash of ["1f", "2e", "3d", "ab"]) expect(text).toContain(hash.repeat(32));
    for (const port of [4_000, 4_002, 6_000]) expect(text).toContain(`udp 192.0.2.1:${port}`);
    expect(text).toContain("near-mara.pcap");
    expect(text).toContain("Europe/London 2026-03-03T09:15:00Z");
  });

  test("every finding and everything untested has its sentence", async () => {
    const findings = comparisonFindingCodes.map((code) => ({
      code,
      packets: 100,
      needed: 1_201,
      seconds: 3_600,
      count: 3,
    }));
    const text = await textOf(annexOf(someResult({ findings, untested: [...untestedCodes] })));
    expect(text).toContain("if one clock was 60 minutes off");
    expect(text).toContain("100 packets that can be used, and 1,201 are needed");
    expect(text).toContain("Of 75 flows in the second capture, 2 were looked at");
    expect(text).toContain("Who spoke was not tested");
    expect(text).toContain("The capture kept only the beginning of packets.");
  });

  test("the method names its source, and no figure of the paper is told as a fact", async () => {
    const text = await textOf();
    expect(text).toContain("X. Wang, S. Chen, S. Jajodia");
    expect(text).toContain("7,822,073");
    expect(text).not.toMatch(/99 ?%|findnot|Skype|140 ms/);
  });

  test("a table prints the numbers of each drawing", async () => {
    const text = await textOf();
    for (const row of ["1 1 1 1.00 47", "5 0 1 3.40 47", "11 29", "2.3 1 0"]) expect(text).toContain(row);
  });

  test("a comparison without any flow is printed, and says so", async () => {
    const empty = passive("cannot-tell", {
      candidates: [],
      timingScores: [],
      verdict: { word: "cannot-tell" },
      findings: [{ code: "NO_CANDIDATES" }],
    });
    const text = await textOf(annexOf(empty));
    expect(text).toContain("Nothing can be said from these captures.");
    expect(text).toContain("There was no flow to look in.");
    expect(text).not.toContain("The flows that were looked at");
  });

  test("where no distance is strong enough, it says why", async () => {
    const { watermark, ...rest } = someResult();
    if (!watermark) throw new Error("the result has a watermark");
    const weak = {
      ...rest,
      watermark: { ...watermark, threshold: -1, parameters: { ...watermark.parameters, bits: 8 } },
    };
    const text = await textOf(annexOf({ ...weak, verdict: { word: "cannot-tell", candidate: 0 } }));
    expect(text).toContain("no distance counts as a match");
    expect(text).toContain("would be expected by chance 0.117 times");
  });

  test("hostile names stay on their line, and what they hide is written out", async () => {
    const fileNames = {
      first: `a.pcap\nSHA-256 ${"00".repeat(32)}`,
      second: `<b>x</b>{count} \u202egnp.exe\0\ud800 ${"w".repeat(500)}`,
    };
    const text = await textOf(annexOf(someResult(), { fileNames }));
    expect(text).toContain(`a.pcap SHA-256 ${"00".repeat(8)}`);
    expect(text).toContain("<b>x</b>{count} [U+202E]gnp.exe[U+0000][U+D800]");
    expect(text).toContain("First capture a.pcap SHA-256");
  });

  test("in another document it begins a page, and lists the numbers of drawings that are not there", async () => {
    const { paper, language, comparedAt, ...material } = annexOf();
    const blocks = withoutPlots(annexBlocks({ ...material, comparedAt }, { level: 2 }));
    const words = { pageOf: (page: number) => `Page ${page} of`, unwritable: "codes" };
    const frame = { title: "Report", header: "", footer: "", words, madeAt: comparedAt, paper, language };
    const text = flatTextOf(await buffer(writePdf({ ...frame, blocks })));
    expect(text).toContain("Annex: comparison of captures");
    expect(text).toContain("Match at Hamming distance 2 of 24 bits");
    expect(text).toContain("5 0 1 3.40 47");
    expect(text).not.toMatch(/bar above|each dot|heights are/i);
  });
});
