import type { PairPlan, WatermarkParameters } from "../watermark/watermark";
import { createFourier, type Fourier } from "./fourier";
import type { SpacingScores } from "./spacing-scores";

/** The fewest bits and pairs whose energy is computed at every start; the best starts are then weighed by all bits. */
const LEAST_BITS = 8;
const LEAST_PAIRS = 400;

/** A weak mark has few pairs a bit, so that more of its bits have to speak for a start. */
function coarseBitsOf({ bits, redundancy }: WatermarkParameters): number {
  return Math.min(bits, Math.max(LEAST_BITS, Math.ceil(LEAST_PAIRS / (2 * redundancy))));
}

/** Energies of the first bits at every start from `first` on, per whole spacing: energies[k] at start first + k. */
export type StartEnergies = (scores: SpacingScores, first: number, starts: number) => Float64Array;

/**
 * How far bits stand out from chance, in either direction, at every start at once: the squares of the signed sums of
 * scores, as correlations of the scores with the pairs of a bit, by Fourier transforms. `extent`: one more than the last
 * index of the plan that is used.
 */
export function createStartEnergies(plan: PairPlan, extent: number): StartEnergies {
  const kernels = new Map<number, Kernels>();
  const kernelsOf = (size: number): Kernels => {
    const known = kernels.get(size) ?? kernelsOfSize(plan, size);
    kernels.set(size, known);
    return known;
  };
  return (scores, first, starts) => {
    const energies = new Float64Array(starts);
    const whole = circleNeeded({ first, starts, extent, values: scores.values.length });
    const kernels = kernelsOf(blockSize(whole, extent));
    addEnergies({ energies, first, scores, extent, kernels, isOneBlock: kernels.fourier.size >= whole });
    return energies;
  };
}

/**
 * The smallest circle in which no sum goes astray: all scores find room in it, and what reaches round its end meets only
 * the empty places before the first score.
 */
function circleNeeded(job: { first: number; starts: number; extent: number; values: number }): number {
  const { first, starts, extent, values } = job;
  return Math.max(values - first, starts + extent + Math.min(0, first));
}

/** Small flows in one block; long ones in blocks of eight plans, so that memory does not grow with the flow. */
function blockSize(whole: number, extent: number): number {
  return 2 ** Math.ceil(Math.log2(Math.min(whole, Math.max(8 * extent, 8192))));
}

/** `room` is used again for each flow, so that a search makes no garbage. */
type Kernels = {
  fourier: Fourier;
  spectra: { re: Float64Array; im: Float64Array }[];
  room: Record<"re" | "im" | "x" | "y", Float64Array>;
};

/** Two bits a spectrum, one as the real and one as the imaginary part of the kernel: one transform gives both sums. */
function kernelsOfSize(plan: PairPlan, size: number): Kernels {
  const fourier = createFourier(size);
  const used = coarseBitsOf(plan.parameters);
  const spectra = Array.from({ length: Math.ceil(used / 2) }, (_, k) => {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    putKernel({ into: re, plan, bit: 2 * k });
    if (2 * k + 1 < used) putKernel({ into: im, plan, bit: 2 * k + 1 });
    fourier.forward(re, im);
    return { re, im };
  });
  const empty = () => new Float64Array(size);
  return { fourier, spectra, room: { re: empty(), im: empty(), x: empty(), y: empty() } };
}

/** Turned round, so that the circular convolution with the spacings is their correlation with the pairs. */
function putKernel({ into, plan, bit }: { into: Float64Array; plan: PairPlan; bit: number }): void {
  const r = plan.parameters.redundancy;
  for (let k = 0; k < 2 * r; k++) {
    const z = plan.pairs[2 * r * bit + k] as number;
    into[(into.length - z) % into.length] = k < r ? 1 : -1;
  }
}

type EnergyJob = {
  energies: Float64Array;
  /** The start that energies[0] stands for. */
  first: number;
  scores: SpacingScores;
  extent: number;
  kernels: Kernels;
  /** Whether one circular transform holds all starts. */
  isOneBlock: boolean;
};

/** Energy of the coarse bits at every start, by overlapping blocks (overlap-save), per whole spacing. */
function addEnergies(job: EnergyJob): void {
  const { energies, extent, kernels, isOneBlock } = job;
  const fresh = isOneBlock ? energies.length : kernels.fourier.size - extent + 1;
  for (let from = 0; from < energies.length; from += fresh) {
    addBlock(job, from, Math.min(fresh, energies.length - from));
  }
  perWhole(job);
}

/** Divides by how many spacings within reach of the plan are whole, which slides along with the start. */
function perWhole({ energies, first, scores: { isWhole }, extent, kernels }: EnergyJob): void {
  // The inverse transform leaves a factor of the size, squared here.
  const scale = kernels.fourier.size ** 2;
  let whole = 0;
  for (let at = 0; at < Math.min(isWhole.length, first + extent); at++)
    whole += at < first ? 0 : (isWhole[at] as number);
  for (let k = 0; k < energies.length; k++) {
    energies[k] = (energies[k] as number) / (scale * Math.max(1, whole));
    whole += (isWhole[first + k + extent] ?? 0) - (isWhole[first + k] ?? 0);
  }
}

function addBlock({ energies, first, scores, kernels }: EnergyJob, from: number, count: number): void {
  const { fourier, spectra, room } = kernels;
  const { x, y } = room;
  const re = room.re.fill(0);
  const im = room.im.fill(0);
  const begin = first + from;
  const piece = scores.values.subarray(Math.max(0, begin), Math.max(0, begin + fourier.size));
  re.set(piece, Math.max(0, -begin));
  fourier.forward(re, im);
  for (const kernel of spectra) {
    multiply({ re, im, kernel, x, y });
    fourier.inverse(x, y);
    for (let k = 0; k < count; k++) {
      const a = x[k] as number;
      const b = y[k] as number;
      energies[from + k] = (energies[from + k] as number) + a * a + b * b;
    }
  }
}

type Product = Record<"re" | "im" | "x" | "y", Float64Array> & {
  kernel: { re: Float64Array; im: Float64Array };
};

function multiply({ re, im, kernel, x, y }: Product): void {
  for (let k = 0; k < re.length; k++) {
    const a = re[k] as number;
    const b = im[k] as number;
    const c = kernel.re[k] as number;
    const d = kernel.im[k] as number;
    x[k] = a * c - b * d;
    y[k] = a * d + b * c;
  }
}
