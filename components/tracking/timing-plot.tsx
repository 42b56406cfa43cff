import type { ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { smallNumber } from "./chance-text";
import { PlotFigure } from "./plot-figure";
import { PLOT_LEFT, PLOT_RIGHT, rootScaleOf, round, scaleOf } from "./plot-scale";

const HEIGHT = 200;
const TOP = 24;
const MIDDLE = 92;
const BOTTOM = 160;

type Scores = NonNullable<ComparisonResult["timingScores"]>;

/** How well the timing of all flows agreed, above; below, how many would agree so if all were other calls. */
export function TimingPlot({ scores }: { scores: Scores }) {
  const words = texts("tracking.plots.timing");
  const columns = [
    { key: "from", header: words("from"), isNumber: true },
    { key: "candidates", header: words("flowsColumn"), isNumber: true },
    { key: "known", header: words("knownColumn"), isNumber: true },
  ];
  const rows = scores
    .filter(({ candidates, knownNonPairs }) => candidates + knownNonPairs > 0)
    .map(({ from, candidates, knownNonPairs }) => ({
      key: String(from),
      cells: { from: from.toFixed(1), candidates, known: smallNumber(knownNonPairs) },
    }));
  return (
    <PlotFigure
      title={words("title")}
      about={words("about")}
      description={descriptionOf(scores)}
      height={HEIGHT}
      columns={columns}
      rows={rows}
    >
      <Bars scores={scores} />
    </PlotFigure>
  );
}

function Bars({ scores }: { scores: Scores }) {
  const words = texts("tracking.plots.timing");
  const { x, step } = placesOf(scores);
  const most = Math.max(1, ...scores.flatMap((score) => [score.candidates, score.knownNonPairs]));
  const up = rootScaleOf(most, { from: MIDDLE, to: TOP });
  const down = rootScaleOf(most, { from: MIDDLE, to: BOTTOM });
  const bar = { width: round(step * 0.84) };
  return (
    <>
      {scores.map(({ from, candidates, knownNonPairs }) => (
        <g key={from}>
          <rect
            {...bar}
            className="plot-bar"
            x={x(from)}
            y={up(candidates)}
            height={round(MIDDLE - up(candidates))}
          />
          <rect
            {...bar}
            className="plot-soft"
            x={x(from)}
            y={MIDDLE}
            height={round(down(knownNonPairs) - MIDDLE)}
          />
        </g>
      ))}
      <g className="plot-axis">
        <line x1={PLOT_LEFT} x2={PLOT_RIGHT} y1={MIDDLE} y2={MIDDLE} />
        <text x={PLOT_LEFT} y={HEIGHT - 8}>
          {words("worse")}
        </text>
        <text x={PLOT_RIGHT} y={HEIGHT - 8} textAnchor="end">
          {words("better")}
        </text>
      </g>
      <text className="plot-label" x={PLOT_LEFT} y={TOP - 8}>
        {words("candidates")}
      </text>
      <text className="plot-label" x={PLOT_LEFT} y={BOTTOM + 14}>
        {words("known")}
      </text>
    </>
  );
}

/** Scores stand in steps of a tenth; a far one narrows all bars. */
function placesOf(scores: Scores) {
  const values = scores.map(({ from }) => from);
  const from = Math.min(...values);
  const to = Math.max(...values) + 0.1;
  const x = scaleOf({ from, to }, { from: PLOT_LEFT, to: PLOT_RIGHT });
  return { x, step: Math.max(1, x(from + 0.1) - x(from)) };
}

function descriptionOf(scores: Scores): string {
  const best = Math.max(...scores.filter(({ candidates }) => candidates > 0).map(({ from }) => from));
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const asHigh = scores.filter(({ from }) => from >= best).map(({ knownNonPairs }) => knownNonPairs);
  return texts("tracking.plots.timing")("description", {
    count: sum(scores.map(({ candidates }) => candidates)),
    best: Number.isFinite(best) ? best.toFixed(1) : "–",
    better: smallNumber(sum(asHigh)),
  });
}
