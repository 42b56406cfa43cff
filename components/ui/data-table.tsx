import { type ReactNode, useId } from "react";

export type TableColumn = { key: string; header: string; isNumber?: boolean };
export type TableRow = { key: string; cells: Record<string, ReactNode> };

/**
 * A table where things are compared; the first column names the row. Wide tables scroll inside their frame, and
 * with `stacks` a narrow screen shows each row as a short list instead.
 */
export function DataTable(props: {
  caption: ReactNode;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  isCaptionHidden?: boolean;
  stacks?: boolean;
}) {
  const captionId = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-frame" aria-labelledby={captionId} tabIndex={0}>
      <table className={props.stacks ? "stacks" : undefined}>
        <caption id={captionId} className={props.isCaptionHidden ? "visually-hidden" : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? "number" : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              {props.columns.map((column, index) => (
                <TableCell key={column.key} column={column} isRowHeader={index === 0}>
                  {row.cells[column.key]}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableCell(props: { column: TableColumn; isRowHeader: boolean; children: ReactNode }) {
  const className = props.column.isNumber ? "number" : undefined;
  if (props.isRowHeader) {
    return (
      <th scope="row" className={className}>
        {props.children}
      </th>
    );
  }
  return (
    <td className={className}>
      <span className="cell-header" aria-hidden="true">
        {props.column.header}
      </span>
      <div>{props.children}</div>
    </td>
  );
}
