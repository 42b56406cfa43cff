import { headerForm, usualHeaderName } from "./header-names";
import { placeOf, splitOutside } from "./header-text";
import type { Header, SipMessage } from "./message";
import type { Range } from "./range";

/**
 * Every value of a header in the order of the message. Headers whose grammar is a list (Via, Contact, Route,
 * P-Asserted-Identity, ...) are split at commas outside quotes and brackets; all others give one value a line.
 * `name` in any spelling, compact forms included. Empty places of a list are left out.
 */
export function headerValues(message: SipMessage, name: string): Range[] {
  const found: Range[] = [];
  const usual = usualHeaderName(name);
  for (const header of message.headers) {
    if (header.name !== usual && !isSameName(header.name, usual)) continue;
    for (const value of valuesOf(message.text, header)) if (value.end > value.start) found.push(value);
  }
  return found;
}

/** Text of the first value of a header as written, or undefined when the header is absent or empty. */
export function firstValue(message: SipMessage, name: string): string | undefined {
  const range = firstRange(message, name);
  return range && message.text.slice(range.start, range.end);
}

/** Place of the first value of a header. */
export function firstRange(message: SipMessage, name: string): Range | undefined {
  const usual = usualHeaderName(name);
  for (const header of message.headers) {
    if (header.name !== usual && !isSameName(header.name, usual)) continue;
    const value = valuesOf(message.text, header).find(({ start, end }) => end > start);
    if (value) return value;
  }
  return undefined;
}

/** The first header line of a name in its usual spelling. */
export function firstHeader(headers: readonly Header[], name: string): Header | undefined {
  for (const header of headers) if (header.name === name) return header;
  return undefined;
}

/** Values of one header line; an empty place of a list is an empty range. */
export function valuesOf(text: string, header: Header): Range[] {
  if (!headerForm(header.name)?.isList) return [header.value];
  if (placeOf(text, ",", header.value) === header.value.end) return [header.value];
  return splitOutside(text, header.value, ",");
}

/** Known names have their usual spelling already; only unknown ones can differ in case (RFC 3261 section 7.3.1). */
function isSameName(one: string, other: string): boolean {
  return one.length === other.length && !headerForm(other) && one.toLowerCase() === other.toLowerCase();
}
