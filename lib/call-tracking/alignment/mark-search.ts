import type { PairPlan } from "../watermark/watermark";
import type { SpacingScores } from "./spacing-scores";
import { createFourier, type Fourier } from "./fourier";
import { evidenceAt } from "./mark-evidence";
import { quantileOf } from "./median-of";
import { packetsNeeded } from "./packets-needed";

/** Plan index 0 is at `start` of the track (negative: before it); `evidence` is the logarithm of a likelihood ratio. */
export type FoundStart = { start: number; evidence: number; tried: number };

/** A plan made ready for searching many flows. */
export type MarkSearch = {
  plan: PairPlan;
  /** Packets a flow must have to be worth testing. */
  needed: number;
  /** One more than the last index that any pair uses. */
  extent: number;
  find(spacings: SpacingScores): FoundStart;
};

/** Bits whose energy is computed at every start; the few best starts are then weighed by all bits. */
const coarseBits = +(process.env.CB??8);

export function createMarkSearch(plan: PairPlan): MarkSearch {
  const needed = packetsNeeded(plan);
  const extent = plan.pairs.reduce((most, z) => Math.max(most, z), 0) + plan.parameters.distance + 1;
  const kernels = new Map<number, Kernels>();
  const kernelsOf = (size: number): Kernels => {
    const known = kernels.get(size) ?? kernelsOfSize(plan, size);
    kernels.set(size, known);
    return known;
  };
  return {
    plan,
    needed,
    extent,
    find(spacings) {
      const first = Math.min(0, needed - extent);
      const starts = Math.max(1, spacings.values.length - needed - first + 1);
      const energies = new Float64Array(starts);
      const block = blockSize(starts + extent, extent);
      addEnergies({ energies, first, spacings, extent, kernels: kernelsOf(block) });
      return weighBest({ plan, spacings, energies, first });
    },
  };
}

/** Small flows in one block; long ones in blocks of eight plans, so that memory does not grow with the flow. */
function blockSize(whole: number, extent: number): number {
  return 2 ** Math.ceil(Math.log2(Math.min(whole, Math.max(8 * extent, 8192))));
}

type Kernels = { fourier: Fourier; spectra: { re: Float64Array; im: Float64Array }[] };

/** Two bits a spectrum, one as the real and one as the imaginary part of the kernel: one transform gives both sums. */
function kernelsOfSize(plan: PairPlan, size: number): Kernels {
  const fourier = createFourier(size);
  const used = Math.min(plan.parameters.bits, coarseBits);
  const spectra = Array.from({ length: Math.ceil(used / 2) }, (_, k) => {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    putKernel({ into: re, plan, bit: 2 * k });
    if (2 * k + 1 < used) putKernel({ into: im, plan, bit: 2 * k + 1 });
    fourier.forward(re, im);
    return { re, im };
  });
  return { fourier, spectra };
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
  spacings: SpacingScores;
  extent: number;
  kernels: Kernels;
};

/** Energy of the coarse bits at every start, by overlapping blocks (overlap-save), per whole spacing. */
function addEnergies(job: EnergyJob): void {
  const { energies, first, extent, kernels } = job;
  const size = kernels.fourier.size;
  const fresh = size - extent + 1;
  for (let from = 0; from < energies.length; from += fresh) {
    addBlock(job, from, Math.min(fresh, energies.length - from));
  }
  for (let k = 0; k < energies.length; k++) {
    energies[k] = (energies[k] as number) / Math.max(1, wholeWithin(job, first + k));
  }
}

function wholeWithin({ spacings: { whole }, extent }: EnergyJob, start: number): number {
  const last = whole.length - 1;
  return (
    (whole[Math.min(last, Math.max(0, start + extent))] as number) - (whole[Math.max(0, start)] as number)
  );
}

function addBlock({ energies, first, spacings, kernels }: EnergyJob, from: number, count: number): void {
  const { fourier, spectra } = kernels;
  const re = new Float64Array(fourier.size);
  const im = new Float64Array(fourier.size);
  const begin = first + from;
  const piece = spacings.values.subarray(Math.max(0, begin), Math.max(0, begin + fourier.size));
  re.set(piece, Math.max(0, -begin));
  fourier.forward(re, im);
  const x = new Float64Array(fourier.size);
  const y = new Float64Array(fourier.size);
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

/** The best starts by the coarse bits, weighed by all bits. */
function weighBest(job: {
  plan: PairPlan;
  spacings: SpacingScores;
  energies: Float64Array;
  first: number;
}): FoundStart {
  const { energies, first } = job;
  const kept = Math.max(64, Math.ceil(energies.length / +(process.env.KP ?? 16)));
  const floor = energies.length <= kept ? 0 : quantileOf(energies.slice(), 1 - kept / energies.length);
  let best: FoundStart = { start: first, evidence: Number.NEGATIVE_INFINITY, tried: energies.length };
  for (let k = 0; k < energies.length; k++) {
    if ((energies[k] as number) < floor) continue;
    const evidence = evidenceAt(job.plan, job.spacings, first + k) - +(process.env.PR??1)*Math.log(1 + Math.abs(first + k));
    if (evidence > best.evidence) best = { start: first + k, evidence, tried: energies.length };
  }
  return best;
}
