import type { ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { smallNumber } from "./chance-text";
import { BottomAxis } from "./plot-axes";
import { PlotFigure } from "./plot-figure";
import { dotsPath, PLOT_LEFT, PLOT_RIGHT, rootScaleOf, round, scaleOf, ticksTo } from "./plot-scale";

const HEIGHT = 190;
const TOP = 38;
const BOTTOM = 156;

type Mark = NonNullable<ComparisonResult["watermark"]>;

/** How many flows differ from the word in how many bits, against what chance alone gives among as many. */
export function DistancePlot({ watermark }: { watermark: Mark }) {
  const words = texts("tracking.plots.distances");
  const { distances, expectedByChance } = watermark;
  const columns = [
    { key: "distance", header: words("distance"), isNumber: true },
    { key: "flows", header: words("flows"), isNumber: true },
    { key: "chance", header: words("chance"), isNumber: true },
  ];
  const rows = distances.map((flows, distance) => ({
    key: String(distance),
    cells: { distance, flows, chance: smallNumber(expectedByChance[distance] ?? 0) },
  }));
  return (
    <PlotFigure
      title={words("title")}
      about={words("about")}
      description={descriptionOf(watermark)}
      height={HEIGHT}
      columns={columns}
      rows={rows}
    >
      <Bars watermark={watermark} />
    </PlotFigure>
  );
}

function Bars({ watermark: { distances, expectedByChance, threshold } }: { watermark: Mark }) {
  const words = texts("tracking.plots.distances");
  const last = Math.max(1, distances.length - 1);
  const most = Math.max(1, ...distances, ...expectedByChance);
  const x = scaleOf({ from: -0.5, to: last + 0.5 }, { from: PLOT_LEFT, to: PLOT_RIGHT });
  const y = rootScaleOf(most, { from: BOTTOM, to: TOP });
  const width = round((PLOT_RIGHT - PLOT_LEFT) / (last + 1));
  const chance = dotsPath(expectedByChance.map((count, distance) => ({ x: x(distance), y: y(count) })));
  const peak = expectedByChance.indexOf(Math.max(...expectedByChance));
  return (
    <>
      {threshold >= 0 && <Threshold at={x(threshold + 0.5)} />}
      {distances.map((count, distance) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the distance
          key={distance}
          className="plot-bar"
          x={round(x(distance) - width * 0.36)}
          width={round(width * 0.72)}
          y={y(count)}
          height={round(BOTTOM - y(count))}
        />
      ))}
      <path className="plot-chance plot-chance-edge" d={chance} />
      <path className="plot-chance" d={chance} />
      <Counts watermark={{ distances, threshold }} x={x} y={y} />
      <ChanceLabel at={peak + 3} last={last} x={x} y={round(y(expectedByChance[peak] ?? 0) + 4)} />
      <BottomAxis
        y={BOTTOM}
        unit={words("distance").toLowerCase()}
        ticks={ticksTo(last, 6).map((value) => ({ at: x(value), text: String(value) }))}
      />
    </>
  );
}

type ChanceLabelProps = { at: number; last: number; x: (value: number) => number; y: number };

/** Beside the highest dots; where they stand at the end, the words end there. */
function ChanceLabel({ at, last, x, y }: ChanceLabelProps) {
  const isWithin = at <= last * 0.75;
  return (
    <text
      className="plot-label"
      x={isWithin ? x(at) : PLOT_RIGHT}
      y={isWithin ? y : y - 18}
      textAnchor={isWithin ? "start" : "end"}
    >
      {texts("tracking.plots.distances")("chance").toLowerCase()}
    </text>
  );
}

/** Left of this line is a match. */
function Threshold({ at }: { at: number }) {
  return (
    <g className="plot-threshold">
      <rect x={PLOT_LEFT} y={TOP - 20} width={round(at - PLOT_LEFT)} height={BOTTOM - TOP + 20} />
      <line x1={at} x2={at} y1={TOP - 20} y2={BOTTOM} />
      <text x={PLOT_LEFT} y={TOP - 25}>
        {texts("tracking.plots.distances")("threshold")}
      </text>
    </g>
  );
}

type CountsProps = {
  watermark: Pick<Mark, "distances" | "threshold">;
  x: (value: number) => number;
  y: (value: number) => number;
};

/** The number on each bar that counts as a match, and on the highest. */
function Counts({ watermark: { distances, threshold }, x, y }: CountsProps) {
  const words = texts("tracking.plots.distances");
  const peak = distances.indexOf(Math.max(...distances));
  return distances.map((count, distance) =>
    count > 0 && (distance <= threshold || distance === peak) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the distance
      <text key={distance} className="plot-label" x={x(distance)} y={y(count) - 5} textAnchor="middle">
        {distance === peak ? words("peak", { count }) : count}
      </text>
    ) : null,
  );
}

function descriptionOf({ distances, expectedByChance, threshold }: Mark): string {
  const words = texts("tracking.plots.distances");
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const count = sum(distances);
  if (threshold < 0) return words("descriptionWeak", { count });
  return words("description", {
    count,
    threshold,
    within: sum(distances.slice(0, threshold + 1)),
    expected: smallNumber(sum(expectedByChance.slice(0, threshold + 1))),
  });
}
