import { readFileSync } from "node:fs";
import { join } from "node:path";

/** DejaVu covers Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian. */
const files = {
  text: "DejaVuSansCondensed.ttf",
  bold: "DejaVuSansCondensed-Bold.ttf",
  mono: "DejaVuSansMono.ttf",
} as const;

export type FaceName = keyof typeof files;

/** A run of glyphs, measured in thousandths of the type size; each stretch lies at its own height. */
export type Glyphs = { width: number; stretches: readonly { rise: number; shown: string }[] };

export type Typeface = {
  readonly name: FaceName;
  has(codePoint: number): boolean;
  shape(text: string, isRightToLeft: boolean): Glyphs;
  /** Makes the face known to the page now open and gives the name to call it by. */
  use(): string;
  /** The object that stands for the face in the file. */
  reference(): unknown;
};

// What pdfkit 0.20 keeps of an embedded font. Its own text layout goes left to right only, so the glyphs are placed here.
type EmbeddedFont = {
  id: string;
  scale: number;
  widths: number[];
  unicode: number[][];
  subset: { includeGlyph(id: number): number };
  font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features: undefined, script: undefined, language: undefined, direction: string): Run;
  };
  ref(): unknown;
};
type Run = { glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] };
type Glyph = { id: number; advanceWidth: number; codePoints: number[] };

const bytesOfFile = new Map<FaceName, Buffer>();

function bytesOf(name: FaceName): Buffer {
  const known = bytesOfFile.get(name);
  if (known) return known;
  const bytes = readFileSync(join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf", files[name]));
  bytesOfFile.set(name, bytes);
  return bytes;
}

/** Opens a face for one document; only the glyphs that are shaped are embedded. */
export function openTypeface(doc: PDFKit.PDFDocument, name: FaceName): Typeface {
  doc.registerFont(name, bytesOf(name));
  const embedded = (doc.font(name) as unknown as { _font: EmbeddedFont })._font;
  const covered = new Map<number, boolean>();
  const figures = new Map<string, Glyphs>();
  const figure = (character: string): Glyphs => {
    const known = figures.get(character) ?? shape(embedded, character, "ltr");
    figures.set(character, known);
    return known;
  };
  return {
    name,
    has(codePoint) {
      const known = covered.get(codePoint) ?? embedded.font.hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, known);
      return known;
    },
    shape: (text, isRightToLeft) => {
      if (!isRightToLeft && FIGURES.test(text)) return joined([...text].map(figure));
      return shape(embedded, text, isRightToLeft ? "rtl" : "ltr");
    },
    use() {
      const { fonts } = doc.page as unknown as { fonts: Record<string, unknown> };
      fonts[embedded.id] ??= embedded.ref();
      return embedded.id;
    },
    reference: () => embedded.ref(),
  };
}

/** Times, numbers and hashes are set figure by figure, so that they stand in columns and nothing has to be shaped. */
const FIGURES = /^(?:[\d:+.,()/TZ-]*\d[\d:+.,()/TZ-]*|[\da-f]{16,})$/;

function joined(parts: readonly Glyphs[]): Glyphs {
  let [width, shown] = [0, ""];
  for (const part of parts) {
    width += part.width;
    for (const stretch of part.stretches) shown += stretch.shown;
  }
  return { width, stretches: [{ rise: 0, shown: shown.replaceAll("><", "") }] };
}

function shape(embedded: EmbeddedFont, text: string, direction: "ltr" | "rtl"): Glyphs {
  const { glyphs, positions } = embedded.font.layout(text, undefined, undefined, undefined, direction);
  const stretches: { rise: number; shown: string }[] = [];
  let width = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    const [advance, offset, rise] = [position.xAdvance, position.xOffset, position.yOffset].map(
      (units) => units * embedded.scale,
    ) as [number, number, number];
    const after = glyph.advanceWidth * embedded.scale - advance + offset;
    add(stretches, rounded(rise), shownGlyph(include(embedded, glyph), rounded(-offset), rounded(after)));
    width += advance;
  }
  return { width, stretches };
}

/** A glyph between the moves of PDF's TJ operator (thousandths of the type size, backwards). */
function shownGlyph(hex: string, before: number, after: number): string {
  return `${before ? `${before} ` : ""}<${hex}>${after ? ` ${after} ` : ""}`;
}

function add(stretches: { rise: number; shown: string }[], rise: number, shown: string): void {
  const last = stretches.at(-1);
  if (!last || last.rise !== rise) stretches.push({ rise, shown });
  else last.shown = `${last.shown}${shown}`.replace("><", "");
}

function include(embedded: EmbeddedFont, glyph: Glyph): string {
  const id = embedded.subset.includeGlyph(glyph.id);
  embedded.widths[id] ??= glyph.advanceWidth * embedded.scale;
  embedded.unicode[id] ??= glyph.codePoints;
  return id.toString(16).padStart(4, "0");
}

function rounded(units: number): number {
  return Math.round(units * 100) / 100;
}
