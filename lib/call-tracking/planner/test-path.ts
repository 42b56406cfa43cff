// For tests: marked calls behind the path that the theory speaks of, where each packet's delay is its own.
import type { RandomSource } from "../random-source";
import { normalSource } from "../simulation/random-variables";
import { decodeWord } from "../watermark/decode-word";
import { embedWatermark } from "../watermark/embed-watermark";
import { hammingDistance } from "../watermark/hamming-distance";
import { newWatermark, WATERMARK_RANDOM_BYTES } from "../watermark/new-watermark";
import { planPairs } from "../watermark/plan-pairs";
import { type Decoder, decoders, type Watermark, type WatermarkParameters } from "../watermark/watermark";
import type { TracePath } from "./trace-plan";

export const steadyPath = (overrides: Partial<TracePath> = {}): TracePath => ({
  packetsPerSecond: 50,
  jitterMs: 10,
  loss: 0,
  delayMs: 140,
  ...overrides,
});

export function randomWatermark(parameters: WatermarkParameters, random: RandomSource): Watermark {
  const bytes = Uint8Array.from({ length: WATERMARK_RANDOM_BYTES }, () => Math.floor(random() * 256));
  return newWatermark(parameters, bytes);
}

/** Times in microseconds at the near end of the path: one packet a spacing, and the mark. */
export function markedTimes(watermark: Watermark, { packetsPerSecond }: TracePath): Float64Array {
  const due = Float64Array.from(
    { length: watermark.parameters.packets },
    (_, packet) => (packet * 1e6) / packetsPerSecond,
  );
  return embedWatermark(due, watermark);
}

/** Times at the far end, by packet: NaN where one was lost. */
export function behindPath(times: Float64Array, path: TracePath, random: RandomSource): Float64Array {
  const normal = normalSource(random);
  return times.map((at) =>
    random() < path.loss ? Number.NaN : at + 1_000 * (path.delayMs + path.jitterMs * normal()),
  );
}

/** How many wrong bits each decoder reads, for each of so many marked calls. */
export function wrongBits(
  { parameters, path, calls }: { parameters: WatermarkParameters; path: TracePath; calls: number },
  random: RandomSource,
): Record<Decoder, number[]> {
  const wrong: Record<Decoder, number[]> = { mean: [], clipped: [], weighted: [] };
  for (let call = 0; call < calls; call += 1) {
    const watermark = randomWatermark(parameters, random);
    const far = behindPath(markedTimes(watermark, path), path, random);
    const plan = planPairs(parameters, watermark.key);
    for (const decoder of decoders)
      wrong[decoder].push(hammingDistance(decodeWord(far, plan, decoder).bits, watermark.word));
  }
  return wrong;
}
