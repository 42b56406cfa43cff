/** In how many places two words differ; places that only one has count as differing. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  let distance = 0;
  for (let place = 0; place < Math.max(a.length, b.length); place++) if (a[place] !== b[place]) distance++;
  return distance;
}
