import { isMessageRow, type MediaRow, type MessageRow } from "@/lib/sip/ladder";
import { LABEL_LINE, type LadderWords, linesBelow, NOTE, type PlacedRow } from "./ladder-geometry";
import { crossAt, lineTo, loopAt, openHead, twoLinesTo } from "./ladder-paths";
import { MarkShape } from "./mark-shape";

type Props = {
  placed: PlacedRow;
  row: MessageRow | MediaRow;
  /** Middles of the columns it runs between. */
  ends: { from: number; to: number };
  words: LadderWords["rows"][number];
};

const HEAD = 9;
const LOOP = 30;

/** One arrow with its words. A request is drawn through and a response dashed; sound is a double line. */
export function LadderArrow({ placed, row, ends, words }: Props) {
  const isLoop = ends.from === ends.to;
  const way = ends.to < ends.from ? -1 : 1;
  const middle = isLoop ? ends.from + LOOP + 8 : (ends.from + ends.to) / 2;
  const anchor = isLoop ? "ladder-words ladder-beside" : "ladder-words";
  return (
    <>
      <HitArea placed={placed} ends={ends} />
      {isLoop ? <Loop x={ends.from} y={placed.line} /> : <Line row={row} ends={ends} y={placed.line} />}
      <Head
        kind={row.kind}
        tip={isLoop ? ends.from + 1 : ends.to - way}
        way={isLoop ? -1 : way}
        y={placed.line}
      />
      {isMessageRow(row) && <Marks row={row} x={ends.from + way * 22} y={placed.line} />}
      <text x={middle} y={placed.top + LABEL_LINE} className={anchor}>
        {words.label}
      </text>
      {linesBelow(words).map((line, index) => (
        <text
          key={line}
          x={middle}
          y={placed.line + 16 + index * NOTE}
          className={`${anchor} ${words.remarks.includes(line) ? "ladder-remark" : "ladder-notes"}`}
        >
          {line}
        </text>
      ))}
    </>
  );
}

/** The whole row between its columns can be touched, and shows the focus. */
function HitArea({ placed, ends }: Pick<Props, "placed" | "ends">) {
  const left = Math.min(ends.from, ends.to);
  const width = Math.abs(ends.to - ends.from) || 120;
  return <rect className="ladder-hit" x={left} y={placed.top} width={width} height={placed.height} />;
}

function Line({ row, ends, y }: { row: Props["row"]; ends: Props["ends"]; y: number }) {
  const way = ends.to < ends.from ? -1 : 1;
  const end = ends.to - way * (row.kind === "request" ? HEAD : 2);
  if (row.kind !== "media") return <path className="ladder-line" d={lineTo(ends.from, end, y)} />;
  const short = ends.to - way * (HEAD - 2);
  return <path className="ladder-line" d={twoLinesTo(ends.from, short, y)} />;
}

function Loop({ x, y }: { x: number; y: number }) {
  return <path className="ladder-line" d={loopAt(x, y, LOOP)} />;
}

function Head({ kind, tip, way, y }: { kind: Props["row"]["kind"]; tip: number; way: number; y: number }) {
  const back = tip - way * HEAD;
  const isFull = kind === "request" || kind === "media";
  const open = openHead({ back, tip, y });
  return (
    <>
      <path className={isFull ? "ladder-head" : "ladder-head-open"} d={isFull ? `${open}Z` : open} />
      {kind === "failure" && <Cross x={tip - way * 20} y={y} />}
    </>
  );
}

/** A response that refuses is crossed, so that it is told apart without its colour. */
function Cross({ x, y }: { x: number; y: number }) {
  return <path className="ladder-cross" d={crossAt(x, y)} />;
}

/** The heaviest finding as a shape on the arrow; how many there are stands below it in words. */
function Marks({ row, x, y }: { row: MessageRow; x: number; y: number }) {
  const [heaviest] = row.marks;
  if (!heaviest) return null;
  return (
    <g transform={`translate(${x} ${y})`} className="ladder-mark">
      <MarkShape weight={heaviest.weight} />
    </g>
  );
}
