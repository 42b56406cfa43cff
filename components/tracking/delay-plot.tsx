import type { ComparisonPlots } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { BottomAxis, SideAxis } from "./plot-axes";
import { PlotFigure } from "./plot-figure";
import { dotsPath, PLOT_LEFT, PLOT_RIGHT, scaleOf, ticksTo } from "./plot-scale";

const HEIGHT = 190;
const TOP = 22;
const BOTTOM = 158;

type Points = NonNullable<ComparisonPlots["delay"]>;

/** Delay of each packet on the way from the first capture to the second, over time. */
export function DelayPlot({ points }: { points: Points }) {
  const words = texts("tracking.plots.delay");
  const columns = [
    { key: "seconds", header: words("secondsColumn"), isNumber: true },
    { key: "milliseconds", header: words("millisecondsColumn"), isNumber: true },
  ];
  const rows = points.map(({ seconds, milliseconds }, index) => ({
    key: String(index),
    cells: { seconds, milliseconds },
  }));
  return (
    <PlotFigure
      title={words("title")}
      about={words("about")}
      description={descriptionOf(points)}
      height={HEIGHT}
      columns={columns}
      rows={rows}
    >
      <Dots points={points} />
    </PlotFigure>
  );
}

function Dots({ points }: { points: Points }) {
  const words = texts("tracking.plots.delay");
  const seconds = points.map((point) => point.seconds);
  const end = Math.max(1e-3, ...seconds);
  const start = Math.min(0, ...seconds);
  const most = Math.max(1, ...points.map((point) => point.milliseconds));
  const x = scaleOf({ from: start, to: end }, { from: PLOT_LEFT, to: PLOT_RIGHT });
  const y = scaleOf({ from: 0, to: most }, { from: BOTTOM, to: TOP });
  const dots = points.map((point) => ({ x: x(point.seconds), y: y(point.milliseconds) }));
  return (
    <>
      <SideAxis
        top={TOP - 10}
        unit={words("milliseconds")}
        ticks={ticksTo(most, 4).map((value) => ({ at: y(value), text: String(value) }))}
      />
      <BottomAxis
        y={BOTTOM}
        unit={words("seconds")}
        ticks={ticksTo(end, 5).map((value) => ({ at: x(value), text: String(value) }))}
      />
      <path className="plot-dots" d={dotsPath(dots)} />
    </>
  );
}

function descriptionOf(points: Points): string {
  const delays = points.map((point) => point.milliseconds).sort((a, b) => a - b);
  const seconds = points.map((point) => point.seconds);
  const span = points.length > 0 ? Math.max(...seconds) - Math.min(...seconds) : 0;
  return texts("tracking.plots.delay")("description", {
    count: points.length,
    seconds: span.toFixed(0),
    most: (delays.at(-1) ?? 0).toFixed(1),
    middle: (delays[Math.floor(delays.length / 2)] ?? 0).toFixed(1),
  });
}
