import { placeOf, splitOutside, trimmed, unquoted } from "./header-text";
import type { Range } from "./range";

/** A parameter of a header or URI: `;name=value`. */
export type Param = {
  /** In small letters. */
  name: string;
  /** Without quotes and backslashes, escapes of URIs kept; none for a bare name. Its place is `valueRange`. */
  value?: string;
  range: Range;
  valueRange?: Range;
};

/** Parameters of a range that holds nothing else (`;a=b;c` or `a=b;c`), in their order; empty places are left out. */
export function readParams(text: string, range: Range, separator: "," | ";" = ";"): Param[] {
  if (range.end <= range.start) return [];
  return splitOutside(text, range, separator)
    .filter(({ start, end }) => end > start)
    .map((piece) => readParam(text, piece));
}

/** Reads the one parameter that fills the range. */
export function readParam(text: string, range: Range): Param {
  const equals = placeOf(text, "=", range);
  if (equals === range.end) {
    return { name: text.slice(range.start, range.end).toLowerCase(), range };
  }
  const name = trimmed(text, { start: range.start, end: equals });
  const valueRange = trimmed(text, { start: equals + 1, end: range.end });
  return {
    name: text.slice(name.start, name.end).toLowerCase(),
    value: unquoted(text.slice(valueRange.start, valueRange.end)),
    range,
    valueRange,
  };
}

/** Value of the first parameter of that name (small letters): "" for a bare name, undefined when it is absent. */
export function paramValue(params: readonly Param[], name: string): string | undefined {
  for (const param of params) if (param.name === name) return param.value ?? "";
  return undefined;
}
