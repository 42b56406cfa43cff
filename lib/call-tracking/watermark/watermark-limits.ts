import type { WatermarkParameters } from "./watermark";

type Range = { min: number; max: number };

/** What a watermark may be made of. Shifts need not be whole milliseconds; all else counts things. */
export const watermarkLimits = {
  bits: { min: 8, max: 64 },
  redundancy: { min: 1, max: 200 },
  distance: { min: 1, max: 10 },
  shiftMs: { min: 1, max: 100 },
  packets: { min: 1, max: 100_000 },
} as const satisfies Record<keyof WatermarkParameters, Range>;

export const parameterFaultCodes = [
  "BITS",
  "REDUNDANCY",
  "DISTANCE",
  "SHIFT",
  "PACKETS",
  "TOO_SHORT",
] as const;
export type ParameterFaultCode = (typeof parameterFaultCodes)[number];

/** What is wrong with parameters; of TOO_SHORT: how many packets they have and need. */
export type ParameterFault = { code: ParameterFaultCode; packets?: number; needed?: number };

/** The fewest packets in which the pairs always find room: each bit takes 2r pairs of two packets. */
export function neededPackets({
  bits,
  redundancy,
  distance,
}: Pick<WatermarkParameters, "bits" | "redundancy" | "distance">): number {
  return 4 * bits * redundancy + distance;
}

/** The first thing that is wrong with parameters, or nothing. */
export function parameterFault(parameters: WatermarkParameters): ParameterFault | undefined {
  const { bits, redundancy, distance, shiftMs, packets } = parameters;
  if (!isCount(bits, watermarkLimits.bits)) return { code: "BITS" };
  if (!isCount(redundancy, watermarkLimits.redundancy)) return { code: "REDUNDANCY" };
  if (!isCount(distance, watermarkLimits.distance)) return { code: "DISTANCE" };
  if (!isWithin(shiftMs, watermarkLimits.shiftMs)) return { code: "SHIFT" };
  if (!isCount(packets, watermarkLimits.packets)) return { code: "PACKETS" };
  const needed = neededPackets(parameters);
  return packets < needed ? { code: "TOO_SHORT", packets, needed } : undefined;
}

function isCount(value: number, range: Range): boolean {
  return Number.isInteger(value) && isWithin(value, range);
}

function isWithin(value: number, { min, max }: Range): boolean {
  return value >= min && value <= max;
}
