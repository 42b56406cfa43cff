import { expect, it } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { createFourier } from "./fourier";

it.each([1, 2, 16, 32])(
  "the product of two spectra of %i is the circular convolution, times the size",
  (size) => {
    const random = seededRandom(1);
    const a = Float64Array.from({ length: size }, () => random() - 0.5);
    const b = Float64Array.from({ length: size }, () => random() - 0.5);
    const fourier = createFourier(size);
    const [x, y] = [a.slice(), new Float64Array(size)];
    const [u, v] = [b.slice(), new Float64Array(size)];
    fourier.forward(x, y);
    fourier.forward(u, v);
    const re = x.map((c, k) => c * (u[k] as number) - (y[k] as number) * (v[k] as number));
    const im = x.map((c, k) => c * (v[k] as number) + (y[k] as number) * (u[k] as number));
    fourier.inverse(re, im);
    for (let k = 0; k < size; k++) {
      const sum = a.reduce((sum, value, j) => sum + value * (b[(k - j + size) % size] as number), 0);
      expect(re[k]).toBeCloseTo(size * sum, 9);
      expect(im[k]).toBeCloseTo(0, 9);
    }
  },
);
