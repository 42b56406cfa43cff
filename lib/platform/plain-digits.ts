/** Code points of the digit zero in scripts whose digits people type on phones (Unicode, general category Nd). */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/**
 * A short text as a reader of numbers wants it: full-width forms folded (NFKC), the invisible marks that phones put
 * around a copied number dropped (category Cf, e.g. U+202A), digits of other scripts as 0 to 9, outer space removed.
 */
export function plainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Nd}/gu, asWestern)
    .trim();
}

function asWestern(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? digit : String(point - zero);
}
