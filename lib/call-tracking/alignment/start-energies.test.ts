import { expect, it } from "vitest";
import { sumsFrom } from "./plan-map";
import { scoreSpacings } from "./spacing-scores";
import { createStartEnergies } from "./start-energies";
import { markedCall } from "./test-flows";

it("energies at all starts are those summed pair by pair, through several blocks", () => {
  const parameters = { bits: 8, redundancy: 2, packets: 80 };
  const { plan, captured } = markedCall({ seed: 1, parameters, source: { packets: 20_000 } });
  const extent = 81;
  const scores = scoreSpacings(captured.at, 1, 3);
  const energies = createStartEnergies(plan, extent)(scores, -40, 20_000);
  for (const start of [-40, -1, 0, 17, 8110, 8111, 8112, 16_000, 19_900]) {
    const energy = sumsFrom(plan, scores, start).sums.reduce((sum, value) => sum + value * value, 0);
    const whole = scores.isWhole.slice(Math.max(0, start), start + extent).reduce((sum, one) => sum + one, 0);
    expect(energies[start + 40]).toBeCloseTo(energy / whole, 9);
  }
});
