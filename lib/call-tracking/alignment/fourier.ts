/**
 * Fourier transforms of one power-of-two size, for correlations. The forward transform leaves its result in
 * bit-reversed order and the inverse takes that order, so that neither has to move anything: a product of two
 * spectra does not care about the order. The inverse is not divided by the size.
 */
export type Fourier = {
  size: number;
  forward(re: Float64Array, im: Float64Array): void;
  inverse(re: Float64Array, im: Float64Array): void;
};

/** `size`: a power of two. */
export function createFourier(size: number): Fourier {
  const stages = Array.from({ length: Math.log2(size) }, (_, k) => stageOf(2 ** k));
  return {
    size,
    forward(re, im) {
      for (let k = stages.length - 1; k >= 0; k--) decimate(re, im, stages[k] as Stage);
    },
    inverse(re, im) {
      for (const stage of stages) join(re, im, stage);
    },
  };
}

/** Roots of unity of one stage, side by side so that the inner loops run through memory in order. */
type Stage = { half: number; cos: Float64Array; sin: Float64Array };

function stageOf(half: number): Stage {
  const cos = Float64Array.from({ length: half }, (_, k) => Math.cos((Math.PI * k) / half));
  const sin = Float64Array.from({ length: half }, (_, k) => Math.sin((Math.PI * k) / half));
  return { half, cos, sin };
}

/** One stage of decimation in frequency (Gentleman and Sande). */
function decimate(re: Float64Array, im: Float64Array, { half, cos, sin }: Stage): void {
  for (let block = 0; block < re.length; block += 2 * half) {
    for (let k = 0, a = block, b = block + half; k < half; k++, a++, b++) {
      const c = cos[k] as number;
      const s = sin[k] as number;
      const x = (re[a] as number) - (re[b] as number);
      const y = (im[a] as number) - (im[b] as number);
      re[a] = (re[a] as number) + (re[b] as number);
      im[a] = (im[a] as number) + (im[b] as number);
      re[b] = x * c + y * s;
      im[b] = y * c - x * s;
    }
  }
}

/** One stage of decimation in time (Cooley and Tukey), with the sign of the inverse. */
function join(re: Float64Array, im: Float64Array, { half, cos, sin }: Stage): void {
  for (let block = 0; block < re.length; block += 2 * half) {
    for (let k = 0, a = block, b = block + half; k < half; k++, a++, b++) {
      const c = cos[k] as number;
      const s = sin[k] as number;
      const x = (re[b] as number) * c - (im[b] as number) * s;
      const y = (re[b] as number) * s + (im[b] as number) * c;
      re[b] = (re[a] as number) - x;
      im[b] = (im[a] as number) - y;
      re[a] = (re[a] as number) + x;
      im[a] = (im[a] as number) + y;
    }
  }
}
