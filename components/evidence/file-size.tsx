import { texts } from "@/lib/platform/texts";

const units = ["bytes", "kilobytes", "megabytes", "gigabytes"] as const;

/** A size as people read it, in decimal units. */
export function FileSize({ bytes }: { bytes: number }) {
  const words = texts("evidence.sizes");
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  const size = power === 0 ? String(bytes) : value.toPrecision(3);
  return words(units[power] ?? "bytes", { size: String(Number(size)) });
}
