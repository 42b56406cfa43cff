import type { Table } from "@/lib/platform/pdf/description";
import type { AnnexBlock, Plot } from "../plot";

/** What the title, its words, the axes and the head of the table take beside the plot, in points. */
const AROUND = 170;

/** A plot under its title, all on one page, and then its numbers. */
export function pictureOf(title: string, plot: Plot, table: Table): AnnexBlock[] {
  return [
    { kind: "together", height: plot.height + AROUND },
    { kind: "heading", level: 3, text: title },
    plot,
    table,
  ];
}
