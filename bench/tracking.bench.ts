// Whether a marked call is found again, beside what theory says: in a simulation, and on real calls captured at both ends;
// what timing alone can tell; and how long a thousand candidates take. Seeded, so that a second run says the same.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TimingMeasure, TimingRow } from "@/lib/call-tracking/timing/evaluate-timing";
import { median } from "./measure/median";
import { type Figures, printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { bundleProgram } from "./sip/bundle-program";
import { runTimed } from "./sip/run-timed";
import { type Carrier, detectOnPairs, type PairRow } from "./tracking/detect-on-pairs";
import { rankByTiming } from "./tracking/rank-by-timing";
import { type Pairs, readPairs } from "./tracking/read-pairs";
import { sayPairs, sayRanking, saySimulation } from "./tracking/say-tables";
import {
  type Compared,
  type SimulatedRow,
  simulateDetection,
  thresholds,
} from "./tracking/simulate-detection";
import { rate } from "./tracking/tally";

const JITTERS_MS = [2, 5, 8, 10, 15, 20, 30];
const TOR_SHIFTS_MS = [3, 10, 20, 40];
const CARRIERS: readonly Carrier[] = ["delays", "queue"];
const KEYS = 4;
const PAIRS_FOLDER = "../shared/samples/voip-pairs";
/** Place of the distance that a match is allowed in the figures. */
const AT_5 = thresholds.indexOf(5);
const CANDIDATES = 1_000;
const ROUNDS = 3;

const folder = await mkdtemp(join(tmpdir(), "nightjar-bench-"));
try {
  await measure();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const simulated = JITTERS_MS.map(simulateDetection);
  saySimulation(simulated);
  const pairs = await readPairs(PAIRS_FOLDER);
  const onPairs = pairs ? measurePairs(pairs) : undefined;
  const reason = `${PAIRS_FOLDER} is not there`;
  if (!onPairs) say(`\nReal calls are left out: ${reason}`);
  const speed = await measureSpeed();
  const figures = { ...figuresOfSimulation(simulated), ...figuresOfPairs(onPairs), ...speed };
  const reasons = Object.keys(figuresOfPairs(undefined)).map((name) => [name, reason]);
  printFigures("tracking", figures, Object.fromEntries(reasons));
}

type OnPairs = { nonTor: PairRow; tor: PairRow[]; ranking: TimingRow[] };

function measurePairs({ pairs, leftOut }: Pairs): OnPairs {
  const calls = new Set(pairs.map(({ call }) => call)).size;
  say(`\n${calls} real calls, ${pairs.length} flows; left out: ${leftOut.length}`);
  for (const reason of leftOut) say(`  ${reason}`);
  const nonTor = pairs.filter(({ isTor }) => !isTor);
  const tor = pairs.filter(({ isTor }) => isTor);
  const measured = {
    nonTor: detectOnPairs(nonTor, { shiftMs: 3, keys: KEYS, carrier: "delays" }),
    tor: CARRIERS.flatMap((carrier) =>
      TOR_SHIFTS_MS.map((shiftMs) => detectOnPairs(tor, { shiftMs, keys: KEYS, carrier })),
    ),
    ranking: rankByTiming(pairs),
  };
  sayPairs(measured);
  sayRanking(measured.ranking);
  return measured;
}

function figuresOfSimulation(rows: readonly SimulatedRow[]): Figures {
  const calm = rows.filter(({ jitterMs }) => jitterMs <= 10);
  const gaps = rows.flatMap(({ accuracy, detection, falseMatch }) =>
    [accuracy, ...detection, falseMatch].map(({ sigmas }) => sigmas),
  );
  return {
    worstTheoryGapSigma: Math.max(...gaps),
    detectionJitter10: Math.min(...calm.map(({ detection }) => rate((detection[AT_5] as Compared).measured))),
    falseMatch: Math.max(...calm.map(({ falseMatch }) => rate(falseMatch.measured))),
  };
}

function figuresOfPairs(measured: OnPairs | undefined): Figures {
  const tor10By = (wanted: Carrier) =>
    measured?.tor.find(({ shiftMs, carrier }) => shiftMs === 10 && carrier === wanted);
  const [tor10, tor10Queue] = [tor10By("delays"), tor10By("queue")];
  const ranked = (path: string, wanted: TimingMeasure = "lengths-stand-out") =>
    measured?.ranking.find(
      (row) => row.path === path && row.measure === wanted && row.nonPairsOf === "both-directions",
    );
  const torCut = ranked("tor", "timing");
  return {
    nonTorPairs3ms: orNull(measured && rate(measured.nonTor.found.known)),
    torPairs10ms: orNull(tor10 && rate(tor10.found.known)),
    torPairs10msQueue: orNull(tor10Queue && rate(tor10Queue.found.known)),
    torPairsLossy: orNull(tor10 && rate(tor10.found.lossyNumbers)),
    torPairsLossyNoNumbers: orNull(tor10 && rate(tor10.found.lossyOrder)),
    pairsFalseMatch: orNull(measured && falseOnPairs(measured)),
    passiveAucNonTor: orNull(ranked("non-tor")?.areaUnderCurve),
    passiveTpr1NonTor: orNull(ranked("non-tor")?.foundAtOnePercent),
    passiveAucTor: orNull(ranked("tor")?.areaUnderCurve),
    passiveTpr1Tor: orNull(ranked("tor")?.foundAtOnePercent),
    passiveAucTorCut: orNull(torCut?.areaUnderCurve),
    passiveTpr1TorCut: orNull(torCut?.foundAtOnePercent),
  };
}

function falseOnPairs({ nonTor, tor }: OnPairs): number {
  const rows = [nonTor, ...tor].map(({ falselyFound }) => falselyFound);
  const sum = (pick: "hits" | "trials") => rows.reduce((total, row) => total + row[pick], 0);
  return sum("hits") / sum("trials");
}

function orNull(figure: number | undefined): number | null {
  return figure === undefined || Number.isNaN(figure) ? null : figure;
}

type Speed = { seconds: number; processorSeconds: number; grownMiB: number; isFound: boolean };
type Load = { candidates: number; headers: "order" | "numbers"; threads: 1 | 2 };

/** In a program of its own, on one core and on two; the median of some runs. */
async function measureSpeed(): Promise<Figures> {
  const program = await bundleProgram("bench/tracking/compare-thousand", folder);
  say("");
  const [onOne, onTwo]: [Speed[], Speed[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    onOne.push(await compareMany(program, { candidates: CANDIDATES, headers: "order", threads: 1 }));
    onTwo.push(await compareMany(program, { candidates: CANDIDATES, headers: "order", threads: 2 }));
  }
  const few = await compareMany(program, { candidates: CANDIDATES / 10, headers: "order", threads: 1 });
  const numbered = await compareMany(program, { candidates: CANDIDATES, headers: "numbers", threads: 1 });
  return {
    seconds1000Candidates: median(onTwo.map(({ seconds }) => seconds)),
    seconds1000OneCore: median(onOne.map(({ seconds }) => seconds)),
    seconds1000NumbersOneCore: numbered.seconds,
    grownMiB1000: median(onOne.map(({ grownMiB }) => grownMiB)),
    grownMiB100: few.grownMiB,
  };
}

async function compareMany(program: string, { candidates, headers, threads }: Load): Promise<Speed> {
  const args = [String(candidates), headers, String(threads)];
  const speed = JSON.parse((await runTimed(process.execPath, [program, ...args])).output) as Speed;
  if (!speed.isFound) throw new Error("The marked call was not found among the candidates");
  const kind = headers === "numbers" ? "with RTP numbers" : "times and sizes only";
  const took = `${threeDigits(speed.seconds)} s in ${threads === 1 ? "one thread" : "two threads"}`;
  say(
    `${candidates} candidates of 90 s, ${kind}: ${took} (${threeDigits(speed.processorSeconds)} s of processor), memory grew by ${threeDigits(speed.grownMiB)} MiB`,
  );
  return speed;
}
