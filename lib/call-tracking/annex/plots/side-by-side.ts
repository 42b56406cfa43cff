import type { Column, Table } from "@/lib/platform/pdf/description";

/** A narrow table set in so many parts beside each other, read part by part from top to bottom. */
export function sideBySide(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  parts: number,
): Table {
  const high = Math.ceil(rows.length / parts);
  const used = Math.max(1, Math.ceil(rows.length / Math.max(1, high)));
  return {
    kind: "table",
    columns: Array.from({ length: used }, () => columns).flat(),
    rows: Array.from({ length: high }, (_, line) =>
      Array.from({ length: used }, (_, part) => rows[part * high + line] ?? columns.map(() => "")).flat(),
    ),
  };
}
