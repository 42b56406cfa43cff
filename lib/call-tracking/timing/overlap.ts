/** What two series share at a lag: entries that are not 0, and the square root of the product of their energies. */
export type Overlap = (lag: number) => { compared: number; energy: number };

/** Running sums of both series, so that each lag is answered at once. */
export function createOverlap({ first, second }: { first: Float64Array; second: Float64Array }): Overlap {
  const x = runningSums(first);
  const y = runningSums(second);
  return (lag) => {
    const from = Math.max(0, -lag);
    const to = Math.max(from, Math.min(first.length, second.length - lag));
    const energyFirst = (x.energy[to] ?? 0) - (x.energy[from] ?? 0);
    const energySecond = (y.energy[to + lag] ?? 0) - (y.energy[from + lag] ?? 0);
    const countFirst = (x.count[to] ?? 0) - (x.count[from] ?? 0);
    const countSecond = (y.count[to + lag] ?? 0) - (y.count[from + lag] ?? 0);
    return {
      compared: Math.max(0, Math.min(countFirst, countSecond)),
      energy: Math.sqrt(Math.max(0, energyFirst * energySecond)),
    };
  };
}

function runningSums(series: Float64Array): { energy: Float64Array; count: Int32Array } {
  const energy = new Float64Array(series.length + 1);
  const count = new Int32Array(series.length + 1);
  for (let k = 0; k < series.length; k++) {
    const value = series[k] ?? 0;
    energy[k + 1] = (energy[k] ?? 0) + value * value;
    count[k + 1] = (count[k] ?? 0) + (value === 0 ? 0 : 1);
  }
  return { energy, count };
}
