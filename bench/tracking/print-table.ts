import { say } from "../measure/say";

/** Says a table with its columns in line: the first to the left, the numbers to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly string[][]): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  say(`\n${title}`);
  for (const row of [head, ...rows]) say(`  ${line(row)}`);
}

/** 0.0033 as "0.33 %". */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)} %`;
}
