import { createFourier, type Fourier } from "../alignment/fourier";

/** Two series of one flow that are correlated in one transform. */
export type SeriesPair = { jitter: Float64Array; sizes: Float64Array };

/** Sums of products of both series at each lag: entry k is of the lag `from + k`. */
export type LagSums = { from: number; jitter: Float64Array; sizes: Float64Array };

export type LagRange = { from: number; to: number };

/** A transform of one size, with the place where the spectrum of the opposite frequency stands. */
type Transform = Fourier & { mirror: Int32Array };
type Spectrum = { re: Float64Array; im: Float64Array };
/** The first flow's spectrum of one size, and room for the second's and for their product. */
type Ready = { transform: Transform; spectrum: Spectrum; other: Spectrum; work: Spectrum };

/**
 * Correlates one flow with many: sums over i of first[i] * second[i + lag]. The spectrum of the first is computed once for
 * each size of transform that is met.
 */
export function createLagCorrelator(first: SeriesPair): (second: SeriesPair, lags: LagRange) => LagSums {
  const ready = new Map<number, Ready>();

  function readyFor(size: number): Ready {
    const known = ready.get(size);
    if (known) return known;
    const transform = createTransform(size);
    const fresh = {
      transform,
      spectrum: spectrumOf(first, transform, emptySpectrum(size)),
      other: emptySpectrum(size),
      work: emptySpectrum(size),
    };
    ready.set(size, fresh);
    return fresh;
  }

  return (second, { from, to }) => {
    const firstLength = Math.max(first.jitter.length, first.sizes.length);
    const secondLength = Math.max(second.jitter.length, second.sizes.length);
    const size = sizeFor({ firstLength, secondLength, from, to });
    const { transform, spectrum, other, work } = readyFor(size);
    const product = productOf(spectrum, spectrumOf(second, transform, other), { transform, work });
    transform.inverse(product.re, product.im);
    return readLags(product, { from, to });
  };
}

/** Room enough that no lag asked for meets itself round the end. */
function sizeFor(lengths: { firstLength: number; secondLength: number } & LagRange): number {
  const { firstLength, secondLength, from, to } = lengths;
  const needed = Math.max(secondLength - Math.min(from, 0), firstLength + Math.max(to, 0), 2);
  return 2 ** Math.ceil(Math.log2(needed + 1));
}

function createTransform(size: number): Transform {
  const bits = Math.log2(size);
  const reversed = new Int32Array(size);
  for (let k = 1; k < size; k++) reversed[k] = ((reversed[k >> 1] ?? 0) >> 1) | ((k & 1) << (bits - 1));
  const mirror = reversed.map((frequency) => reversed[(size - frequency) % size] ?? 0);
  return { ...createFourier(size), mirror };
}

function emptySpectrum(size: number): Spectrum {
  return { re: new Float64Array(size), im: new Float64Array(size) };
}

function spectrumOf({ jitter, sizes }: SeriesPair, { forward }: Transform, { re, im }: Spectrum): Spectrum {
  re.fill(0);
  im.fill(0);
  re.set(jitter);
  im.set(sizes);
  forward(re, im);
  return { re, im };
}

/** Each series is real, so the two of a pair are told apart by the spectrum at opposite frequencies. */
function productOf(x: Spectrum, y: Spectrum, room: { transform: Transform; work: Spectrum }): Spectrum {
  const { mirror } = room.transform;
  const { re, im } = room.work;
  const scale = 1 / (4 * mirror.length);
  for (let p = 0; p < mirror.length; p++) {
    const m = mirror[p] as number;
    const xr = x.re[p] as number;
    const xi = x.im[p] as number;
    const xmr = x.re[m] as number;
    const xmi = x.im[m] as number;
    const yr = y.re[p] as number;
    const yi = y.im[p] as number;
    const ymr = y.re[m] as number;
    const ymi = y.im[m] as number;
    // Twice the spectrum of the first series is z(f) + conj z(-f); of the second (z(f) - conj z(-f)) / i.
    const jr = (xr + xmr) * (yr + ymr) + (xi - xmi) * (yi - ymi);
    const ji = (xr + xmr) * (yi - ymi) - (xi - xmi) * (yr + ymr);
    const sr = (xi + xmi) * (yi + ymi) + (xmr - xr) * (ymr - yr);
    const si = (xi + xmi) * (ymr - yr) - (xmr - xr) * (yi + ymi);
    re[p] = scale * (jr - si);
    im[p] = scale * (ji + sr);
  }
  return { re, im };
}

function readLags({ re, im }: Spectrum, { from, to }: LagRange): LagSums {
  const count = to - from + 1;
  const jitter = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const place = (((from + k) % re.length) + re.length) % re.length;
    jitter[k] = re[place] as number;
    sizes[k] = im[place] as number;
  }
  return { from, jitter, sizes };
}
