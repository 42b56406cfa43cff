import { quoteEnd } from "./header-text";
import type { Range } from "./range";
import type { Report } from "./report";

const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/g;
/** U+202A to U+202E and U+2066 to U+2069 in UTF-8. */
const DIRECTIONS = /\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]/g;

/** More of them in one value are not told apart. */
const MAX_MATCHES = 200;

/** Reports the bytes that no header value may hold, and those that are seldom meant well. */
export function checkBytes(text: string, { start, end }: Range, report: Report): void {
  const value = text.slice(start, end);
  const controls = placesOf(CONTROLS, value);
  const hidden = controls.length > 0 ? quotedPairs(value) : undefined;
  for (const at of controls) {
    const range = { start: start + at, end: start + at + 1 };
    if (hidden?.has(at)) report("CONTROL_CHARACTER_QUOTED", range);
    else
      report(value[at] === "\0" ? "NUL_BYTE" : value[at] === "\r" ? "BARE_CR" : "CONTROL_CHARACTER", range);
  }
  for (const at of placesOf(DIRECTIONS, value)) {
    report("DIRECTION_CONTROL", { start: start + at, end: start + at + 3 });
  }
}

function placesOf(pattern: RegExp, value: string): number[] {
  const places: number[] = [];
  for (const { index } of value.matchAll(pattern)) {
    places.push(index);
    if (places.length === MAX_MATCHES) break;
  }
  return places;
}

/** Places behind a backslash inside quotes, which takes the meaning from them (RFC 3261 section 25.1). */
function quotedPairs(value: string): Set<number> {
  const pairs = new Set<number>();
  for (let open = value.indexOf('"'); open >= 0; ) {
    const close = quoteEnd(value, open, value.length);
    if (close < 0) return pairs;
    for (let at = open + 1; at < close - 1; at += 1) if (value[at] === "\\") pairs.add(++at);
    open = value.indexOf('"', close);
  }
  return pairs;
}
