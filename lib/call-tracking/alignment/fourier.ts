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
      const odd = stages.length % 2;
      if (odd === 1) join(re, im, stages[0] as Stage);
      for (let k = odd; k < stages.length; k += 2)
        joinTwice(re, im, stages[k] as Stage, stages[k + 1] as Stage);
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

/** Two such stages in one walk through memory, which is what takes the time. The second is twice as wide. */
function joinTwice(re: Float64Array, im: Float64Array, first: Stage, second: Stage): void {
  const half = first.half;
  for (let block = 0; block < re.length; block += 4 * half) {
    for (let k = 0, a = block; k < half; k++, a++) {
      const b = a + half;
      const c = b + half;
      const d = c + half;
      const cos = first.cos[k] as number;
      const sin = first.sin[k] as number;
      const bx = (re[b] as number) * cos - (im[b] as number) * sin;
      const by = (re[b] as number) * sin + (im[b] as number) * cos;
      const dx = (re[d] as number) * cos - (im[d] as number) * sin;
      const dy = (re[d] as number) * sin + (im[d] as number) * cos;
      const cos2 = second.cos[k] as number;
      const sin2 = second.sin[k] as number;
      const sx = (re[c] as number) + dx;
      const sy = (im[c] as number) + dy;
      const tx = (re[c] as number) - dx;
      const ty = (im[c] as number) - dy;
      const cx = sx * cos2 - sy * sin2;
      const cy = sx * sin2 + sy * cos2;
      // A quarter turn further on: the root of the second pair is i times that of the first.
      const ex = -(tx * sin2 + ty * cos2);
      const ey = tx * cos2 - ty * sin2;
      const ax = re[a] as number;
      const ay = im[a] as number;
      re[a] = ax + bx + cx;
      im[a] = ay + by + cy;
      re[b] = ax - bx + ex;
      im[b] = ay - by + ey;
      re[c] = ax + bx - cx;
      im[c] = ay + by - cy;
      re[d] = ax - bx - ex;
      im[d] = ay - by - ey;
    }
  }
}
