import type { TimingMeasure, TimingRow } from "@/lib/call-tracking/timing/evaluate-timing";
import { say } from "../measure/say";
import { type Carrier, type PairRow, type Reading, readings } from "./detect-on-pairs";
import { percent, printTable } from "./print-table";
import { type Compared, type SimulatedRow, thresholds } from "./simulate-detection";
import { rate, type Tally } from "./tally";

export function saySimulation(rows: readonly SimulatedRow[]): void {
  const trials = rows[0]?.robustDetection.trials ?? 0;
  printTable(
    `Simulation: 24 bits, redundancy 25, 3 ms, 3,000 packets at 30 ms, ${trials} trials (theory / measured / sigmas off)`,
    ["jitter", "bit accuracy", ...thresholds.map((h) => `found, h = ${h}`), "false, h = 5", "robust, h = 5"],
    rows.map(({ jitterMs, accuracy, detection, falseMatch, robustDetection }) => [
      `${jitterMs} ms`,
      ...[accuracy, ...detection, falseMatch].map(besideTheory),
      shareOf(robustDetection),
    ]),
  );
}

function besideTheory({ theory, measured, sigmas }: Compared): string {
  return `${percent(theory)} / ${percent(rate(measured))} / ${sigmas.toFixed(1)}`;
}

const readingNames: Record<Reading, string> = {
  known: "index known",
  numbers: "RTP numbers",
  order: "no numbers",
  lossyNumbers: "lossy, numbers",
  lossyOrder: "lossy, none",
};

const carrierNames: Record<Carrier, string> = { delays: "delays", queue: "queue" };

export function sayPairs({ nonTor, tor }: { nonTor: PairRow; tor: readonly PairRow[] }): void {
  const rows: [string, PairRow][] = [
    ["straight", nonTor],
    ...tor.map((row): [string, PairRow] => ["Tor", row]),
  ];
  printTable(
    "Real calls: 24 bits, redundancy 12, found at h = 5 (by the clearer of the clipped and the weighted decoder unless said)",
    [
      "path",
      "shift",
      "mark carried by",
      "flows",
      "mean, known",
      "clipped, known",
      ...readings.map((reading) => readingNames[reading]),
      "false",
    ],
    rows.map(([path, row]) => [
      path,
      `${row.shiftMs} ms`,
      carrierNames[row.carrier],
      String(row.foundByMean.trials),
      shareOf(row.foundByMean),
      shareOf(row.foundByClipped),
      ...readings.map((reading) => shareOf(row.found[reading])),
      shareOf(row.falselyFound),
    ]),
  );
  say(
    "  delays: each packet meets the delay it met, as in the known results, an upper bound; queue: packets leave the path at",
  );
  say("  the instants they really left, a lower bound. The truth lies between the two.");
  say(
    "  known results (delays), index known: straight 3 ms 100 %; Tor 3, 10, 20, 40 ms: mean 4.4, 39.1, 73.8, 95.9 %,",
  );
  say("  clipped 84.0, 98.9, 100, 100 %; false 0.3 % (theory 0.33 %)");
  say("  lossy: 3 % of packets lost, 0 to 50 of the first missing, 50 ppm drift, RTP numbers moved or none");
}

const measureNames: Record<TimingMeasure, string> = {
  timing: "timing, cut captures",
  "timing-begins-later": "timing, second begins later",
  lengths: "and length, whole calls",
  "lengths-stand-out": "and length + cohort",
  "both-ways": "and length both ways",
  "both-ways-stand-out": "and length both ways + cohort",
};

export function sayRanking(rows: readonly TimingRow[]): void {
  printTable(
    "Timing without a mark, whole calls left out of the fit (in brackets: 95 of 100 draws of calls)",
    ["path", "measure", "non-pairs of", "pairs", "non-pairs", "area under the curve", "found at 1 % false"],
    rows.map(({ path, measure, nonPairsOf, pairs, nonPairs, low, high, ...rates }) => [
      path,
      measureNames[measure],
      nonPairsOf === "both-directions" ? "both directions" : "same direction",
      String(pairs),
      String(nonPairs),
      `${rates.areaUnderCurve.toFixed(2)} (${low.areaUnderCurve.toFixed(2)} to ${high.areaUnderCurve.toFixed(2)})`,
      `${percent(rates.foundAtOnePercent, 0)} (${percent(low.foundAtOnePercent, 0)} to ${percent(high.foundAtOnePercent, 0)})`,
    ]),
  );
  say("  known baseline: non-tor 0.80 to 0.91 and 10 to 29 %; tor 0.56 to 0.81 and 2 to 12 %");
  say(
    "  the figures are those of length + cohort, non-pairs of both directions. Through Tor they hold only for captures",
  );
  say(
    "  that hold the whole call; with captures that cut it off, timing through Tor is at chance: what it shows beside",
  );
  say("  both directions (passive...TorCut) tells a direction from the other, not a call from another.");
}

function shareOf(tally: Tally): string {
  return percent(rate(tally), 1);
}
