import { texts } from "@/lib/platform/texts";

const SMALLEST = 1e-12;
// Spaces that no line may end at stand around the sign.
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A probability or an expected number with three digits: `0.00331`, `7.03 × 10⁻⁸`; small ones are rounded up. */
export function smallNumber(value: number): string {
  if (value === 0) return "0";
  if (value >= 0.0001) return String(Number(value.toPrecision(3)));
  const power = Math.floor(Math.log10(value));
  const digits = Math.ceil((value / 10 ** power) * 100 - 1e-6) / 100;
  return digits >= 10 ? timesTen(digits / 10, power + 1) : timesTen(digits, power);
}

function timesTen(digits: number, power: number): string {
  const raised = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${digits.toFixed(2)}\u00a0×\u00a010${power < 0 ? "⁻" : ""}${raised}`;
}

/** A probability in words: "about 1 time in 300"; never so that it seems smaller than it is. */
export function chanceWords(probability: number): string {
  const words = texts("tracking.chance");
  if (probability < SMALLEST) return words("hardlyEver");
  if (probability < 0.095) return words("oneIn", { count: roundedDown(1 / probability) });
  if (probability < 0.995) return words("inHundred", { count: Math.ceil(probability * 100) });
  return words("nearlyAlways");
}

/** To two digits: 302 and 308 give 300. */
function roundedDown(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / unit) * unit;
}

/** A measured value with one decimal and a true minus sign, and without "−0.0". */
export function oneDecimal(value: number): string {
  return signed(value, 1);
}

/** The same with two. */
export function twoDecimals(value: number): string {
  return signed(value, 2);
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** How many times likelier, from its base-10 logarithm: `0.05`, `30`, `1.20 × 10⁵`. */
export function timesWords(log10: number): string {
  if (Math.abs(log10) < 3) return String(Number((10 ** log10).toPrecision(2)));
  const power = Math.floor(log10);
  return timesTen(10 ** (log10 - power), power);
}
