// RFC 4180, made to be opened in a spreadsheet by somebody who does not know who wrote the cells.

export type Cell = string | number | undefined;

// Excel takes a CSV file without this mark for the computer's old 8-bit code page and garbles every accent.
const BYTE_ORDER_MARK = "\uFEFF";

// OWASP, "CSV Injection": a cell that begins like this may run as a formula (full-width signs too).
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

// Spreadsheets drop the zero of 07700900123 and turn long numbers into 1.2E+14.
const MANGLED_NUMBER = /^0\d+$|^\d{12,}$/;

/**
 * The text of a CSV file. A text cell that a spreadsheet would run or mangle gets a leading apostrophe; control
 * characters that CSV cannot hold become U+FFFD. Both changes are for reading only: the exact text stands in the JSON.
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  return quoted(guarded(cell.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "\uFFFD")));
}

function guarded(text: string): string {
  return FORMULA.test(text) || MANGLED_NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
