/** The smallest whole number of a range for which something holds that holds for all larger ones; nothing if for none. */
export function firstThat(
  { from, to }: { from: number; to: number },
  holds: (value: number) => boolean,
): number | undefined {
  if (!holds(to)) return undefined;
  let [below, above] = [from - 1, to];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
