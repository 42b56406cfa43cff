import { useId } from "react";
import { texts } from "@/lib/platform/texts";
import { isMessageRow, type LadderRow } from "@/lib/sip/ladder";
import type { LadderPage } from "@/lib/sip/ladder-pages";
import { LadderArrow } from "./ladder-arrow";
import { geometryOf, type LadderGeometry, type LadderWords, type PlacedRow } from "./ladder-geometry";
import { Heads, Lifelines } from "./ladder-heads";
import type { LadderRemarks } from "./ladder-remarks";
import { columnName, ladderWords, mediaText } from "./ladder-words";
import { anchorOfMessage, type HrefOfMessage } from "./message-link";
import { secondsText } from "./seconds-text";

type Props = { ladder: LadderPage; hrefOf?: HrefOfMessage; remarks?: LadderRemarks };

/** The drawing itself: places as columns, messages as arrows that lead to their text. Wide ones scroll sideways. */
export function LadderDrawing({ ladder, hrefOf = anchorOfMessage, remarks }: Props) {
  const words = texts("traces.ladder");
  const id = useId();
  const said = ladderWords(ladder, remarks);
  const geometry = geometryOf(ladder, said);
  const { width, height, columns } = geometry;
  const counts = { messages: ladder.messages, places: columns.length };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="ladder-frame" dir="ltr" tabIndex={0} aria-label={words("region")}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it; as an image it would hide them */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-about`}
      >
        <title id={`${id}-title`}>{words("title")}</title>
        <desc id={`${id}-about`}>{words("description", counts)}</desc>
        <Lifelines geometry={geometry} />
        {geometry.heads.map((top) => (
          <Heads key={top} top={top} geometry={geometry} heads={said.heads} />
        ))}
        {geometry.rows.map((placed) => (
          <Row
            key={placed.index}
            placed={placed}
            geometry={geometry}
            said={said}
            ladder={ladder}
            hrefOf={hrefOf}
          />
        ))}
      </svg>
    </section>
  );
}

type RowProps = {
  placed: PlacedRow;
  geometry: LadderGeometry;
  said: LadderWords;
  ladder: LadderPage;
  hrefOf: HrefOfMessage;
};

function Row({ placed, geometry, said, ladder, hrefOf }: RowProps) {
  const { row, index } = placed;
  const words = said.rows[index] ?? { label: "", notes: "", remarks: [] };
  if (row.kind === "fold") return <Fold placed={placed} width={geometry.width} label={words.label} />;
  const ends = { from: geometry.columns[row.from] ?? 0, to: geometry.columns[row.to] ?? 0 };
  const arrow = <LadderArrow placed={placed} row={row} ends={ends} words={words} />;
  const name = nameOf(row, ladder);
  return (
    <>
      <Times row={row} placed={placed} later={words.later} />
      {isMessageRow(row) ? (
        <a href={hrefOf(row.message)} className={`ladder-arrow ladder-${row.kind}`} aria-label={name}>
          {arrow}
        </a>
      ) : (
        <g className="ladder-arrow ladder-media">
          <title>{name}</title>
          {arrow}
        </g>
      )}
    </>
  );
}

function Times({ row, placed, later }: { row: LadderRow; placed: PlacedRow; later?: string }) {
  if (row.kind === "fold") return null;
  const number = isMessageRow(row) ? row.message : "";
  const time = row.sinceStart === undefined ? String(number) : shortSeconds(row.sinceStart);
  return (
    <g className="ladder-times">
      <text x={72} y={placed.line + 4}>
        {time}
      </text>
      {later && (
        <text x={72} y={placed.line - 14} className="ladder-later">
          {later}
        </text>
      )}
    </g>
  );
}

/** "0.020", "75.120": the caption tells that they are seconds. */
function shortSeconds(microseconds: number): string {
  return (microseconds / 1_000_000).toFixed(3);
}

function Fold({ placed, width, label }: { placed: PlacedRow; width: number; label: string }) {
  return (
    <g className="ladder-fold">
      <rect x={4} y={placed.top + 4} width={width - 8} height={placed.height - 12} />
      <text x={width / 2} y={placed.line - 2}>
        {label}
      </text>
    </g>
  );
}

function nameOf(row: Exclude<LadderRow, { kind: "fold" }>, { columns }: LadderPage): string {
  const words = texts("traces.ladder");
  const ends = { from: columnName(columns[row.from]), to: columnName(columns[row.to]) };
  if (!isMessageRow(row)) return words("mediaArrow", { ...ends, what: mediaText(row) });
  const { message: number, label } = row;
  if (row.sinceStart === undefined) return words("arrow", { ...ends, number, label });
  return words("arrowTime", { ...ends, number, label, time: secondsText(row.sinceStart) });
}
