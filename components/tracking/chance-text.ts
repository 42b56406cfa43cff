import { texts } from "@/lib/platform/texts";

const SMALLEST = 1e-12;
const OFTEN = 0.095;
const NEARLY_ALWAYS = 0.995;

/** A probability as people read it: "about 1 time in 300,000". Rounded so that it never seems smaller than it is. */
export function chanceText(probability: number): string {
  const words = texts("tracking.chance");
  if (probability < SMALLEST) return words("hardlyEver");
  if (probability < OFTEN) return words("oneIn", { count: roundedDown(1 / probability) });
  if (probability < NEARLY_ALWAYS) return words("inHundred", { count: Math.ceil(probability * 100) });
  return words("nearlyAlways");
}

/** What to expect by chance alone in a search among all flows, as a sentence. */
export function expectedText(falseMatches: number): string {
  const words = texts("tracking.chance");
  if (falseMatches < SMALLEST) return words("hardlyAnySearch");
  if (falseMatches < 0.5) return words("oneSearchIn", { count: roundedDown(1 / falseMatches) });
  return words("inEachSearch", { count: Math.max(1, Math.round(falseMatches)) });
}

/** To two digits: 302 and 308 give 300. */
function roundedDown(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / unit) * unit;
}

/** A small number in a table: three digits, never more zeros than can be read. */
export function smallNumber(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) < 0.001) return value.toExponential(1);
  return String(Number(value.toPrecision(3)));
}
