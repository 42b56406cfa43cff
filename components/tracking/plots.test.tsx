import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BitsPlot } from "./bits-plot";
import { buildCandidate, buildResult } from "./build-result";
import { DelayPlot } from "./delay-plot";
import { DistancePlot } from "./distance-plot";
import { rootScaleOf, scaleOf, ticksTo } from "./plot-scale";
import { TimingPlot } from "./timing-plot";

const { delay = [], bits = [] } = buildCandidate().plots ?? {};
const { watermark, timingScores: scores = [] } = buildResult();
if (!watermark) throw new Error("The made-up result has a watermark");

/** The cells of the table beneath a drawing, row by row. */
function tableOf(plot: ReactNode): string[][] {
  const html = renderToStaticMarkup(plot);
  const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? "";
  return body.split("</tr>").flatMap((row) => {
    const cells = [...row.matchAll(/<th[^>]*>(.*?)<\/th>|<div>(.*?)<\/div>/gs)];
    return cells.length > 0 ? [cells.map(([, head, cell]) => head ?? cell ?? "")] : [];
  });
}

function drawingOf(plot: ReactNode): string {
  return /<svg.*<\/svg>/s.exec(renderToStaticMarkup(plot))?.[0] ?? "";
}

describe("the table beneath a drawing holds its numbers", () => {
  test("delays", () => {
    expect(tableOf(<DelayPlot points={delay} />)).toEqual([
      ["0", "3.25"],
      ["0.02", "0"],
      ["0.04", "17.5"],
    ]);
    expect(drawingOf(<DelayPlot points={delay} />).match(/h0/g)).toHaveLength(3);
  });

  test("bits", () => {
    expect(tableOf(<BitsPlot bits={bits} shiftMs={3} />)).toEqual([
      ["1", "1", "1", "yes", "2.75", "24"],
      ["2", "0", "1", "no", "0.25", "23"],
      ["3", "0", "0", "yes", "-3.50", "24"],
    ]);
  });

  test("distances", () => {
    const rows = tableOf(<DistancePlot watermark={watermark} />);
    expect(rows).toHaveLength(7);
    expect(rows[2]).toEqual(["2", "1", "0.3"]);
    expect(rows[6]).toEqual(["6", "5", "4.25"]);
  });

  test("scores, where there are any", () => {
    expect(tableOf(<TimingPlot scores={scores} />)).toEqual([
      ["-1.5", "6", "8.04"],
      ["-1.4", "3", "1.94"],
      ["1.5", "1", "0.02"],
    ]);
  });
});

test.each([
  ["delays", <DelayPlot key="a" points={delay} />, "3 packets over 0 seconds. The largest delay above"],
  ["bits", <BitsPlot key="b" bits={bits} shiftMs={3} />, "3 bits. 1 differs from the word."],
  ["distances", <DistancePlot key="c" watermark={watermark} />, "10 flows. 1 differs in 3 bits or fewer"],
  [
    "scores",
    <TimingPlot key="d" scores={scores} />,
    "10 flows, the best with a score of 1.5 or more. If all were other calls, 0.02 would",
  ],
])("a drawing of %s has a name, and tells what it shows", (_what, plot, told) => {
  const drawing = drawingOf(plot);
  const [, title] = /aria-labelledby="([^"]+)"/.exec(drawing) ?? [];
  const [, about] = /aria-describedby="([^"]+)"/.exec(drawing) ?? [];
  expect(drawing).toContain('role="img"');
  expect(drawing).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
  expect(drawing).toContain(`<desc id="${about}">${told}`);
});

test("a bit that differs is told by its shape, not by colour alone", () => {
  expect(drawingOf(<BitsPlot bits={bits} shiftMs={3} />).match(/plot-open/g)).toHaveLength(1);
});

test("what counts as a match is marked, and nothing is where nothing counts", () => {
  expect(drawingOf(<DistancePlot watermark={watermark} />)).toContain("plot-threshold");
  const weak = { ...watermark, threshold: -1 };
  expect(drawingOf(<DistancePlot watermark={weak} />)).not.toContain("plot-threshold");
});

test.each([
  ["no spread", <DelayPlot key="a" points={[{ seconds: 1, milliseconds: 0 }]} />],
  ["nothing", <DelayPlot key="b" points={[]} />],
  ["no bits", <BitsPlot key="c" bits={[]} shiftMs={3} />],
  [
    "no flows",
    <DistancePlot key="d" watermark={{ ...watermark, distances: [0, 0], expectedByChance: [0, 0] }} />,
  ],
  ["no candidates", <TimingPlot key="e" scores={[{ from: 0, candidates: 0, knownNonPairs: 0 }]} />],
])("a drawing of %s has no broken numbers", (_what, plot) => {
  expect(renderToStaticMarkup(plot)).not.toMatch(/NaN|Infinity|undefined/);
});

describe("scales", () => {
  test("a span without width lies in the middle", () => {
    expect(scaleOf({ from: 3, to: 3 }, { from: 0, to: 10 })(3)).toBe(5);
  });

  test("of a hundred, one is a tenth as high", () => {
    expect(rootScaleOf(100, { from: 0, to: 50 })(1)).toBe(5);
  });

  test.each([
    [0, 4, [0]],
    [1, 4, [0, 0.5, 1]],
    [87, 5, [0, 20, 40, 60, 80]],
    [24, 6, [0, 5, 10, 15, 20]],
  ])("ticks up to %s, about %s of them, are round", (most, count, ticks) => {
    expect(ticksTo(most, count)).toEqual(ticks);
  });
});
