import type { Bar, Bars } from "./description";
import { drawLineIn } from "./flow";
import { drawRule, fillBox } from "./pen";
import { plainLine } from "./printable";
import { ensureRoom, mark, openElement, type Sheet, setText } from "./sheet";
import { colours, styles } from "./theme";

const height = 120;
const room = height + styles.chartValue.leading + styles.chartLabel.leading + 8;

/** A bar chart, each bar with its own number; `alt` tells the same to those who do not see it. */
export function drawBars(sheet: Sheet, { alt, bars }: Bars): void {
  ensureRoom(sheet, room);
  const bbox = [sheet.left, sheet.y, sheet.left + sheet.width, sheet.y + room];
  const options = { alt: plainLine(alt), bbox, placement: "Block" };
  const figure = openElement(sheet, sheet.root, "Figure", options as PDFKit.Mixins.StructureElementOptions);
  mark(sheet, figure, "Figure", () => drawChart(sheet, bars));
  figure.end();
  sheet.y += room + 14;
}

function drawChart(sheet: Sheet, bars: readonly Bar[]): void {
  const step = Math.min(64, sheet.width / Math.max(1, bars.length));
  const tallest = Math.max(1, ...bars.map((bar) => bar.value));
  const floor = sheet.y + styles.chartValue.leading + height;
  const every = labelEvery(sheet, bars, step);
  for (const [index, bar] of bars.entries()) {
    const box = { x: sheet.left + index * step, width: step };
    drawBar(sheet, bar, { ...box, floor, height: (bar.value / tallest) * height });
    if (index % every === 0) centre(sheet, bar.label, { style: styles.chartLabel, box, y: floor + 4 });
  }
  drawRule(sheet.doc, {
    x: sheet.left,
    y: floor,
    width: step * bars.length,
    colour: colours.soft,
    weight: 0.6,
  });
}

function drawBar(
  sheet: Sheet,
  bar: Bar,
  { x, width, floor, height }: { x: number; width: number; floor: number; height: number },
): void {
  if (bar.value === 0) return;
  const inset = Math.max(1, width * 0.16);
  fillBox(sheet.doc, {
    x: x + inset,
    y: floor - height,
    width: width - 2 * inset,
    height,
    colour: colours.accent,
  });
  const y = floor - height - styles.chartValue.leading;
  centre(sheet, String(bar.value), { style: styles.chartValue, box: { x, width }, y });
}

function centre(
  sheet: Sheet,
  text: string,
  {
    style,
    box,
    y,
  }: {
    style: typeof styles.chartLabel | typeof styles.chartValue;
    box: { x: number; width: number };
    y: number;
  },
): void {
  const line = setText(sheet, text, style, sheet.width).lines[0];
  if (line)
    drawLineIn(sheet, line, {
      style,
      box: { x: box.x + (box.width - line.width) / 2, width: line.width },
      y,
    });
}

/** Every label when they fit side by side, else every second, third … */
function labelEvery(sheet: Sheet, bars: readonly Bar[], step: number): number {
  const widest = Math.max(
    0,
    ...bars.map((bar) => setText(sheet, bar.label, styles.chartLabel, sheet.width).lines[0]?.width ?? 0),
  );
  return Math.max(1, Math.ceil((widest + 4) / step));
}
