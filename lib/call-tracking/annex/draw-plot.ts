import { drawParagraph } from "@/lib/platform/pdf/draw-text";
import { drawLineIn } from "@/lib/platform/pdf/flow";
import { fillBox } from "@/lib/platform/pdf/pen";
import { plainLine } from "@/lib/platform/pdf/printable";
import { ensureRoom, mark, openElement, type Sheet, setText } from "@/lib/platform/pdf/sheet";
import { colours, styles } from "@/lib/platform/pdf/theme";
import type { Axis, Layer, Plot, PlotBar, Point, Tone } from "./plot";

const LABELS_WIDTH = 40;
const LABELS_HEIGHT = 28;
const HEAD = styles.chartLabel.leading + 6;
const LINE = 0.6;

/** The field between the axes in points, and where a place on either axis comes to stand. */
type Field = {
  left: number;
  right: number;
  top: number;
  floor: number;
  toX: (at: number) => number;
  toY: (at: number) => number;
};

/** Draws how to read a plot, and the plot as one figure of the tree; `alt` tells the same to those who do not see it. */
export function drawPlot(sheet: Sheet, plot: Plot): void {
  drawParagraph(sheet, { kind: "paragraph", style: "small", text: plot.about });
  const room = HEAD + plot.height + LABELS_HEIGHT;
  ensureRoom(sheet, room);
  const bbox = [sheet.left, sheet.y, sheet.left + sheet.width, sheet.y + room];
  const options = { alt: plainLine(plot.alt), bbox, placement: "Block" };
  const figure = openElement(sheet, sheet.root, "Figure", options as PDFKit.Mixins.StructureElementOptions);
  mark(sheet, figure, "Figure", () => drawAll(sheet, plot, fieldOf(sheet, plot)));
  figure.end();
  sheet.y += room + 8;
}

function fieldOf(sheet: Sheet, { height, x, y }: Plot): Field {
  const [left, right] = [sheet.left + LABELS_WIDTH, sheet.left + sheet.width];
  const [top, floor] = [sheet.y + HEAD, sheet.y + HEAD + height];
  const toX = (at: number) => left + ((at - x.from) / (x.to - x.from || 1)) * (right - left);
  const toY = (at: number) => floor - ((at - y.from) / (y.to - y.from || 1)) * height;
  return { left, right, top, floor, toX, toY };
}

function drawAll(sheet: Sheet, plot: Plot, field: Field): void {
  drawLevels(sheet, plot.y, field);
  for (const layer of plot.layers) drawLayer(sheet, layer, field);
  drawFloor(sheet, plot.x, field);
}

/** Fine lines at the numbers of the upright axis, its title above them. */
function drawLevels(sheet: Sheet, axis: Axis, field: Field): void {
  label(sheet, axis.title, {
    x: sheet.left,
    width: field.right - sheet.left,
    y: field.top - HEAD,
    align: "left",
  });
  const box = { x: sheet.left, width: LABELS_WIDTH - 6 };
  for (const { at, text } of axis.ticks) {
    const y = field.toY(at);
    fill(sheet, "hair", { x: field.left, y, width: field.right - field.left, height: 0.4 });
    label(sheet, text, { ...box, y: y - styles.chartLabel.leading / 2, align: "right" });
  }
}

function drawFloor(sheet: Sheet, axis: Axis, field: Field): void {
  fill(sheet, "soft", { x: field.left, y: field.floor, width: field.right - field.left, height: LINE });
  for (const { at, text } of axis.ticks) {
    fill(sheet, "soft", { x: field.toX(at), y: field.floor, width: LINE, height: 3 });
    label(sheet, text, { x: field.toX(at) - 30, width: 60, y: field.floor + 5, align: "middle" });
  }
  const width = field.right - field.left;
  label(sheet, axis.title, { x: field.left, width, y: field.floor + 16, align: "right" });
}

function drawLayer(sheet: Sheet, layer: Layer, field: Field): void {
  if (layer.shape === "dots") for (const point of layer.points) drawDot(sheet, point, layer, field);
  if (layer.shape === "bars") for (const bar of layer.bars) drawBar(sheet, bar, layer, field);
  if (layer.shape === "level") {
    const y = field.toY(layer.at) - LINE / 2;
    dashes(field.left, field.right, (x, width) => fill(sheet, layer.tone, { x, y, width, height: LINE }));
  }
  if (layer.shape === "upright") drawUpright(sheet, layer, field);
}

function drawDot(
  sheet: Sheet,
  { x, y }: Point,
  { size, tone }: { size: number; tone: Tone },
  field: Field,
): void {
  const [left, top] = [field.toX(x) - size / 2, field.toY(y) - size / 2];
  fill(sheet, tone, { x: left, y: top, width: size, height: size });
}

function drawBar(
  sheet: Sheet,
  bar: PlotBar,
  { width, tone }: { width: number; tone: Tone },
  field: Field,
): void {
  if (bar.y === 0) return;
  const left = field.toX(bar.x - width / 2);
  const top = Math.min(field.toY(bar.y), field.toY(0));
  // Never thinner than a line, so that even one flow of thousands is seen.
  const height = Math.max(LINE, Math.abs(field.toY(bar.y) - field.toY(0)));
  const box = { x: left, y: top, width: field.toX(bar.x + width / 2) - left, height };
  if (bar.isOpen) outline(sheet, tone, box);
  else fill(sheet, tone, box);
}

function drawUpright(
  sheet: Sheet,
  { at, tone, text }: { at: number; tone: Tone; text: string },
  field: Field,
): void {
  const x = field.toX(at) - LINE / 2;
  dashes(field.top, field.floor, (y, height) => fill(sheet, tone, { x, y, width: LINE, height }));
  const width = setText(sheet, text, styles.chartLabel, sheet.width).lines[0]?.width ?? 0;
  const start = Math.max(field.left, Math.min(x - width / 2, field.right - width));
  label(sheet, text, { x: start, width, y: field.top - styles.chartLabel.leading - 1, align: "left" });
}

type Box = { x: number; y: number; width: number; height: number };

function fill(sheet: Sheet, tone: Tone, box: Box): void {
  fillBox(sheet.doc, { ...box, colour: colours[tone] });
}

function outline(sheet: Sheet, tone: Tone, { x, y, width, height }: Box): void {
  for (const edge of [y, y + Math.max(0, height - LINE)])
    fill(sheet, tone, { x, y: edge, width, height: LINE });
  for (const edge of [x, x + width - LINE]) fill(sheet, tone, { x: edge, y, width: LINE, height });
}

function dashes(from: number, to: number, draw: (at: number, length: number) => void): void {
  for (let at = from; at < to; at += 5) draw(at, Math.min(3, to - at));
}

function label(
  sheet: Sheet,
  text: string,
  { x, width, y, align }: { x: number; width: number; y: number; align: "left" | "middle" | "right" },
): void {
  const style = styles.chartLabel;
  const line = setText(sheet, text, style, sheet.width).lines[0];
  if (!line) return;
  const free = width - line.width;
  const start = x + (align === "left" ? 0 : align === "right" ? free : free / 2);
  drawLineIn(sheet, line, { style, box: { x: start, width: line.width }, y });
}
