import type { Tick } from "./plot";

/** Ticks at round numbers (1, 2 or 5 times a power of ten) within a range, about as many as wanted. */
export function niceTicks(from: number, to: number, about: number): Tick[] {
  const step = niceStep((to - from) / about);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const at = (first + index) * step;
    return { at, text: textOf(at, digits) };
  });
}

function niceStep(wanted: number): number {
  if (!(wanted > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((times) => times * power >= wanted * 0.999) ?? 10) * power;
}

/** With a true minus sign, and without "-0". */
function textOf(at: number, digits: number): string {
  const text = Math.abs(at).toFixed(digits);
  return at < 0 && Number(text) !== 0 ? `−${text}` : text;
}
