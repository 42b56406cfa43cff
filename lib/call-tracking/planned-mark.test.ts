import { expect, test } from "vitest";
import { createMarkFinder } from "./comparison/look-for-mark";
import { planTrace } from "./planner/plan-trace";
import { markFlow } from "./simulation/mark-flow";
import { seededRandom } from "./simulation/seeded-random";
import { sendThrough } from "./simulation/send-through";
import { simulateFlow } from "./simulation/simulate-flow";
import { newWatermark } from "./watermark/new-watermark";

const path = { packetsPerSecond: 50, jitterMs: 6, loss: 0, delayMs: 140 };
const wanted = { callSeconds: 26, path, candidates: 1, falseMatches: 0.01, detection: 0.99 };

test("the weakest mark that the planner offers is found in an encrypted flow, wherever it begins", () => {
  const { parameters, threshold } = planTrace(wanted);
  for (let seed = 1; seed <= 15; seed++) {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from({ length: 40 }, () => 256 * random());
    const watermark = newWatermark(parameters, bytes);
    const sent = simulateFlow({ packets: parameters.packets, spacingMs: 20, jitterMs: 1 }, random);
    const relay = { delayMs: 140, jitterMs: 5, keepsOrder: true, hidesHeaders: true, driftPpm: 50 };
    const found = createMarkFinder(watermark)(sendThrough(markFlow(sent, watermark), relay, random));
    if ("tooShort" in found) expect.fail("the flow is as long as the plan");
    expect(found.mark.firstIndex, `seed ${seed}`).toBe(0);
    expect(found.mark.distance, `seed ${seed}`).toBeLessThanOrEqual(threshold);
  }
});
