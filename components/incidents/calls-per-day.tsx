import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { CallDay } from "@/lib/incidents/calls-per-day";
import { formatDay } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

const MOST_DAYS = 35;
const BAR = 20;
const HEIGHT = 120;
const LABELS = 22;

/** Calls per day as bars, and the same as a table; only days that are shown are drawn, latest on the right. */
export function CallsPerDay({ days }: { days: readonly CallDay[] }) {
  const words = texts("cases.overview");
  const shown = days.slice(-MOST_DAYS);
  const columns = [
    { key: "day", header: words("day") },
    { key: "count", header: words("count"), isNumber: true },
  ];
  const rows = shown
    .filter(({ count }) => count > 0)
    .map(({ day, count }) => ({ key: day, cells: { day: formatDay(day), count } }));
  return (
    <figure className="chart">
      <figcaption>{words("perDay", { first: dayOf(shown.at(0)), last: dayOf(shown.at(-1)) })}</figcaption>
      <Bars days={shown} />
      <Disclosure summary={words("asTable")}>
        <DataTable caption={words("days")} isCaptionHidden columns={columns} rows={rows} />
      </Disclosure>
    </figure>
  );
}

function dayOf(day: CallDay | undefined): string {
  return day ? formatDay(day.day) : "";
}

// A picture for the eye alone: the caption and the table say the same.
function Bars({ days }: { days: readonly CallDay[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const heightOf = (count: number) => (count / most) * HEIGHT;
  return (
    <svg viewBox={`0 0 ${days.length * BAR} ${HEIGHT + LABELS}`} aria-hidden="true" focusable="false">
      <line x1="0" x2={days.length * BAR} y1={HEIGHT + LABELS} y2={HEIGHT + LABELS} />
      {days.map(({ day, count }, index) => (
        <g key={day}>
          <rect
            x={index * BAR + 3}
            y={HEIGHT + LABELS - heightOf(count)}
            width={BAR - 6}
            height={heightOf(count)}
          />
          {count > 0 && (
            <text x={index * BAR + BAR / 2} y={HEIGHT + LABELS - heightOf(count) - 6}>
              {count}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
