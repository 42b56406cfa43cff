import { styles } from "./theme";
import type { Glyphs, Typeface } from "./typeface";

/** The number of all pages, drawn on each page before it is known: one form object, filled when the last page stands. */
export type PageTotal = { draw(x: number, y: number): void; fill(pages: number): void };

export function openPageTotal(doc: PDFKit.PDFDocument, face: Typeface): PageTotal {
  const { size, colour } = styles.running;
  const form = doc.ref({ Type: "XObject", Subtype: "Form", BBox: [0, -4, 60, 12] });
  return {
    draw(x, y) {
      const { xobjects } = doc.page as unknown as { xobjects: Record<string, unknown> };
      xobjects["Total"] = form;
      doc.addContent(`q 1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} cm /Total Do Q`);
    },
    fill(pages) {
      Object.assign(form.data, { Resources: { Font: { Face: face.reference() } } });
      form.end(`BT ${colour.join(" ")} rg /Face ${size} Tf ${shownOf(face.shape(` ${pages}`, false))} ET\n`);
    },
  };
}

function shownOf(glyphs: Glyphs): string {
  return `[${glyphs.stretches.map((stretch) => stretch.shown).join("")}] TJ`;
}
