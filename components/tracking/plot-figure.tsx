import { type ReactNode, useId } from "react";
import { DataTable, type TableColumn, type TableRow } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { texts } from "@/lib/platform/texts";
import { PLOT_WIDTH } from "./plot-scale";

type Props = {
  title: string;
  /** What to look for in it. */
  about: string;
  /** What is drawn, for those who do not see it. */
  description: string;
  height: number;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  children: ReactNode;
};

/** A drawing that a person can check, with the same numbers as a table. */
export function PlotFigure({ title, about, description, height, columns, rows, children }: Props) {
  const id = useId();
  return (
    <figure className="plot">
      <figcaption>
        <strong>{title}</strong>
        <span className="under">{about}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${PLOT_WIDTH} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-about`}
        direction="ltr"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{description}</desc>
        {children}
      </svg>
      <Disclosure summary={texts("tracking.plots")("asTable")}>
        <DataTable caption={title} isCaptionHidden columns={columns} rows={rows} />
      </Disclosure>
    </figure>
  );
}
