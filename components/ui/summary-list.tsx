import type { ReactNode } from "react";

export type SummaryRow = { key: string; term: ReactNode; value: ReactNode; action?: ReactNode };

/** Terms and what they hold, with an optional link to change each. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action && <dd className="summary-action">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
