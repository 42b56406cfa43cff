import type { ComparisonPlots } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { PlotFigure } from "./plot-figure";
import { PLOT_LEFT, PLOT_RIGHT, round, scaleOf } from "./plot-scale";

const HEIGHT = 190;
const TOP = 30;
const BOTTOM = 160;
/** More digits than these would run into one another. */
const MOST_DIGITS = 32;

type Bits = NonNullable<ComparisonPlots["bits"]>;
type Props = { bits: Bits; shiftMs: number };

/** The word as it was marked and as it was read, with the mean difference that each bit was read from. */
export function BitsPlot({ bits, shiftMs }: Props) {
  const words = texts("tracking.plots.bits");
  const columns = [
    { key: "bit", header: words("bit"), isNumber: true },
    { key: "expected", header: words("expected"), isNumber: true },
    { key: "read", header: words("read"), isNumber: true },
    { key: "agrees", header: words("agrees") },
    { key: "mean", header: words("mean"), isNumber: true },
    { key: "pairs", header: words("pairs"), isNumber: true },
  ];
  const rows = bits.map(({ expected, read, meanMs, pairs }, index) => ({
    key: String(index),
    cells: {
      bit: index + 1,
      expected,
      read,
      agrees: words(expected === read ? "yes" : "no"),
      mean: meanMs.toFixed(2),
      pairs,
    },
  }));
  return (
    <PlotFigure
      title={words("title")}
      about={words("about")}
      description={words("description", { count: bits.length, differ: bits.filter(isWrong).length })}
      height={HEIGHT}
      columns={columns}
      rows={rows}
    >
      <Bars bits={bits} shiftMs={shiftMs} />
    </PlotFigure>
  );
}

function isWrong({ expected, read }: Bits[number]): boolean {
  return expected !== read;
}

function Bars({ bits, shiftMs }: Props) {
  const words = texts("tracking.plots.bits");
  const most = Math.max(shiftMs, ...bits.map(({ meanMs }) => Math.abs(meanMs))) * 1.08;
  const y = scaleOf({ from: -most, to: most }, { from: BOTTOM, to: TOP });
  const step = (PLOT_RIGHT - PLOT_LEFT) / Math.max(1, bits.length);
  const hasDigits = bits.length <= MOST_DIGITS;
  return (
    <>
      <g className="plot-axis">
        <line x1={PLOT_LEFT} x2={PLOT_RIGHT} y1={y(0)} y2={y(0)} />
        <text x={PLOT_LEFT - 5} y={y(0) + 4} textAnchor="end">
          0
        </text>
      </g>
      <Shift at={y(shiftMs)} text={words("shift", { value: `+${shiftMs}` })} />
      <Shift at={y(-shiftMs)} text={words("shift", { value: `−${shiftMs}` })} />
      {bits.map((bit, index) => {
        const top = Math.min(y(0), y(bit.meanMs));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bit is its place in the word
            key={index}
            className={isWrong(bit) ? "plot-bar plot-open" : "plot-bar"}
            x={round(PLOT_LEFT + index * step + step * 0.16)}
            width={round(step * 0.68)}
            y={top}
            height={round(Math.max(0.5, Math.abs(y(bit.meanMs) - y(0))))}
          />
        );
      })}
      {hasDigits && <Digits bits={bits} step={step} y={TOP - 14} of="expected" label={words("rowMarked")} />}
      {hasDigits && <Digits bits={bits} step={step} y={BOTTOM + 20} of="read" label={words("rowRead")} />}
    </>
  );
}

function Shift({ at, text }: { at: number; text: string }) {
  return (
    <g className="plot-axis plot-expected">
      <line x1={PLOT_LEFT} x2={PLOT_RIGHT} y1={at} y2={at} />
      <text x={PLOT_LEFT - 3} y={at + 4} textAnchor="end">
        {text}
      </text>
    </g>
  );
}

type DigitsProps = { bits: Bits; step: number; y: number; of: "expected" | "read"; label: string };

function Digits({ bits, step, y, of, label }: DigitsProps) {
  return (
    <g className="plot-digits">
      <text x={PLOT_LEFT - 3} y={y} textAnchor="end">
        {label}
      </text>
      {bits.map((bit, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a bit is its place in the word
          key={index}
          className={isWrong(bit) ? "plot-differs" : undefined}
          x={round(PLOT_LEFT + (index + 0.5) * step)}
          y={y}
          textAnchor="middle"
        >
          {bit[of]}
        </text>
      ))}
    </g>
  );
}
