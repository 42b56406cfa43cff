import type { WatermarkParameters } from "../watermark/watermark";
import { LEAST_JITTER_MS } from "./path-accuracy";
import type { TracePath } from "./trace-plan";

/** The observer takes an unmarked flow for a marked one this rarely. */
const FALSE_ALARM = 0.01;

/** A spacing of packets, in milliseconds around its mean: unmarked it is one bell, marked it is three. */
export type SpacingModel = {
  /** Standard deviation of an unmarked spacing. */
  spreadMs: number;
  shiftMs: number;
  /** Share of the spacings that are longer by the shift; as many are shorter by it. */
  moved: number;
};

/**
 * About how many packets somebody needs who knows exactly how spacings are spread without a mark, and looks for one, to
 * notice it half of the time with one false alarm in a hundred. Stein's lemma: log(1 / false alarms) over the divergence
 * (Kullback and Leibler) of marked from unmarked spacings. An approximation: it takes spacings one by one, as if each
 * were independent of the one before. Who compares several flows marked with one key needs far fewer.
 */
export function packetsToNotice(parameters: WatermarkParameters, path: TracePath): number {
  const divergence = divergenceOf(spacingModel(parameters, path));
  if (divergence <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil(Math.log(1 / FALSE_ALARM) / divergence));
}

/** Independent delays of standard deviation s spread a spacing by s times the square root of two. */
export function spacingModel(parameters: WatermarkParameters, path: TracePath): SpacingModel {
  const { bits, redundancy, shiftMs, packets } = parameters;
  const inPairs = Math.min(1, (4 * bits * redundancy) / packets);
  const spreadMs = Math.SQRT2 * Math.max(path.jitterMs, LEAST_JITTER_MS);
  return { spreadMs, shiftMs, moved: movedShare(inPairs) };
}

/**
 * Of the packets in pairs every second is delayed, one in each pair. A spacing inside a pair is longer or shorter by the
 * shift, always; one between two pairs, or beside an unused packet, when just one of its ends is delayed.
 */
function movedShare(inPairs: number): number {
  const endDelayed = inPairs / (2 - inPairs) / 2;
  return inPairs / 4 + (1 - inPairs / 2) * endDelayed * (1 - endDelayed);
}

/** Divergence of marked from unmarked spacings in nats, by Simpson's rule over all that can be expected. */
function divergenceOf(model: SpacingModel): number {
  const [by, { moved }] = [model.shiftMs / model.spreadMs, model];
  const steps = 2 * Math.ceil((by + 8) * 20);
  const width = (2 * (by + 8)) / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const at = step * width - by - 8;
    const marked = (1 - 2 * moved) * bell(at) + moved * (bell(at - by) + bell(at + by));
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * marked * evidenceOf(at * model.spreadMs, model);
  }
  return (sum * width) / 3;
}

/**
 * Natural logarithm of how much likelier a spacing (milliseconds from the mean) is with the mark than without: three
 * bells over one, the largest of them taken out so that nothing grows beyond what a number can hold.
 */
export function evidenceOf(spacing: number, { spreadMs, shiftMs, moved }: SpacingModel): number {
  const [at, by] = [spacing / spreadMs, shiftMs / spreadMs];
  const aside = Math.abs(at * by) - by ** 2 / 2;
  const most = Math.max(0, aside);
  const bells = moved * (Math.exp(aside - most) + Math.exp(aside - most - 2 * Math.abs(at * by)));
  return most + Math.log((1 - 2 * moved) * Math.exp(-most) + bells);
}

function bell(at: number): number {
  return Math.exp(-(at ** 2) / 2) / Math.sqrt(2 * Math.PI);
}
