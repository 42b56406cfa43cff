// What it costs to log a call: over HTTP as a signed-in person whose browser runs no scripts, against the emptiest page
// that React draws anew for each visitor, and against the same rows inserted by pgbench.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { median, medianRatio, quantile } from "./measure/median";
import { printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { insertByPgbench } from "./save/insert-by-pgbench";
import { logCall, type OpenedForm, openCase, signUp } from "./save/mara";
import { openLoop } from "./save/open-loop";
import { countSaved, sizesOfLast } from "./save/saved-rows";
import type { Visitor } from "./save/visitor";

const ROUNDS = 7;
const IN_ROUND = 60;
const WARM_UP = 100;
/** A dynamic page with the frame of every page and a sentence, without a question to the database. */
const EMPTY_PAGE = "/unavailable";
const CASES = 20;
const LOAD = { perSecond: 100, seconds: 20 };

const NO_PGBENCH = "pgbench is not installed (it comes with PostgreSQL's server package)";

const mara = await signUp(process.env.BASE_URL ?? "");
const folder = await mkdtemp(join(tmpdir(), "nightjar-bench-"));
try {
  await measure(mara);
} finally {
  mara.close();
  await rm(folder, { recursive: true });
}

async function measure(mara: Visitor): Promise<void> {
  say(`Signed up; opening ${CASES} cases, since saves to one case wait for each other`);
  const cases: OpenedForm[] = [];
  for (let place = 1; place <= CASES; place += 1) cases.push(await openCase(mara, `Case ${place}`));
  const [first] = cases;
  if (!first) throw new Error("There is no case to log a call to");
  const rounds = await measureRounds(mara, first);
  const load = await measureLoad(mara, cases);
  const answered = WARM_UP + ROUNDS * IN_ROUND + load.timesMs.length - load.errors - rounds.errors;
  // More may be there than was answered: saves whose answer came too late are saved all the same.
  const lost = Math.max(0, answered - (await countSaved(cases.map(({ caseId }) => caseId))));
  say(lost === 0 ? "Every save that was answered is in the database" : `${lost} answered saves are missing!`);
  const figures = {
    overEmptyPage: medianRatio(rounds.saves, rounds.visits),
    overInsert: rounds.inserts.length > 0 ? medianRatio(rounds.saves, rounds.inserts) : null,
    p95Ms: quantile(load.timesMs, 0.95),
    errors: rounds.errors + load.errors + lost,
  };
  printFigures("save", figures, { overInsert: NO_PGBENCH });
}

/** The median milliseconds of each round; no inserts without pgbench. */
type Rounds = { saves: number[]; visits: number[]; inserts: number[]; errors: number };

async function measureRounds(mara: Visitor, first: OpenedForm): Promise<Rounds> {
  const rounds: Rounds = { saves: [], visits: [], inserts: [], errors: 0 };
  const save = async () => {
    if ((await logCall(mara, first)) !== "saved") rounds.errors += 1;
  };
  say(`Warming up with ${WARM_UP} saves and as many visits of ${EMPTY_PAGE}`);
  await takeTurns(WARM_UP, [save, () => visit(mara)]);
  const insert = process.env.PGBENCH ? await inserter(mara, first) : undefined;
  if (!insert) say(NO_PGBENCH);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [saves, visits] = await takeTurns(IN_ROUND, [save, () => visit(mara)]);
    rounds.saves.push(median(saves ?? []));
    rounds.visits.push(median(visits ?? []));
    if (insert) rounds.inserts.push(median(await insert(round)));
    say(`Round ${round} of ${ROUNDS}, medians of ${IN_ROUND} in milliseconds: ${tell(rounds)}`);
  }
  return rounds;
}

function tell({ saves, visits, inserts }: Rounds): string {
  const named = { save: saves, [EMPTY_PAGE]: visits, pgbench: inserts };
  const told = Object.entries(named).filter(([, medians]) => medians.length > 0);
  return told.map(([name, medians]) => `${name} ${threeDigits(medians.at(-1) ?? Number.NaN)}`).join(", ");
}

async function visit(mara: Visitor): Promise<void> {
  const { status } = await mara.get(EMPTY_PAGE);
  if (status !== 200) throw new Error(`${EMPTY_PAGE} was answered with ${status}`);
}

/** pgbench writes to a case of its own, because its audit events continue no chain. */
async function inserter(mara: Visitor, first: OpenedForm): Promise<(round: number) => Promise<number[]>> {
  const { caseId } = await openCase(mara, "For pgbench");
  const sizes = await sizesOfLast(first.caseId);
  say(`A saved call leaves ${sizes.version} sealed bytes of content and ${sizes.event} of its audit event`);
  return (round) =>
    insertByPgbench({ folder, caseId, sizes, count: IN_ROUND, firstSequence: round * 10 * IN_ROUND });
}

type Load = { timesMs: number[]; errors: number };

async function measureLoad(mara: Visitor, cases: readonly OpenedForm[]): Promise<Load> {
  say(`${LOAD.perSecond} saves a second for ${LOAD.seconds} seconds, over ${cases.length} cases`);
  const load = await openLoop(LOAD, (index) => logCall(mara, cases[index % cases.length] as OpenedForm));
  const { timesMs, outcomes, tookSeconds } = load;
  const [half, most] = [0.5, 0.99].map((share) => threeDigits(quantile(timesMs, share)));
  say(`Half were answered within ${half} ms, 99 in 100 within ${most} ms`);
  for (const outcome of new Set(outcomes))
    say(`  ${outcome}: ${outcomes.filter((other) => other === outcome).length}`);
  if (tookSeconds > LOAD.seconds + 1)
    say(
      `This machine does not keep up: ${threeDigits(timesMs.length / tookSeconds)} saves a second is what it does`,
    );
  return { timesMs, errors: outcomes.filter((outcome) => outcome !== "saved").length };
}

/** Does each of the works in turn, `turns` times, and gives the milliseconds of each. */
async function takeTurns(turns: number, works: readonly (() => Promise<void>)[]): Promise<number[][]> {
  const tookMs: number[][] = works.map(() => []);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [place, work] of works.entries()) {
      const begun = performance.now();
      await work();
      tookMs[place]?.push(performance.now() - begun);
    }
  }
  return tookMs;
}
