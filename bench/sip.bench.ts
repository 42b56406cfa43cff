// What it costs to read a SIP trace from bytes to calls, against sngrep and tshark on the same file, each run in a process of
// its own and with its start-up; how the time grows with the trace; and the most memory that 2 GB of calls with sound take.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, medianRatio } from "./measure/median";
import { printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { bundleProgram } from "./sip/bundle-program";
import { findPeer } from "./sip/find-peer";
import { loadPieces, writeLoad } from "./sip/make-load";
import { runTimed } from "./sip/run-timed";

const CALLS = 20_000;
const MESSAGES_A_CALL = 6;
const SEED = 3261;
const ROUNDS = 7;
/** tshark takes more than a minute for each file of calls that announce one port. */
const TSHARK_ROUNDS = 2;
const GROWTH_WARM_UPS = 4;
const TWO_GIGABYTES = 2_000_000_000;

const folder = await mkdtemp(join(tmpdir(), "nightjar-bench-"));
const [large, small, spread] = ["large", "small", "own-ports"].map((name) =>
  join(folder, `${name}.pcap`),
) as [string, string, string];
try {
  await measure();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const bytes = await writeLoad(large, { calls: CALLS, seed: SEED });
  await writeLoad(small, { calls: CALLS / 10, seed: SEED });
  say(`${CALLS} calls, ${CALLS * MESSAGES_A_CALL} messages, ${threeDigits(bytes / 1e6)} MB`);
  const ours = await bundleProgram("bench/sip/read-trace", folder);
  const sngrep = await findPeer("sngrep", ["-V"]);
  const tshark = await findPeer("tshark", ["-v"]);
  const { own, theirs } = await compareWithSngrep(ours, sngrep.reason === undefined);
  const slow = tshark.reason === undefined ? await timeTshark(large) : undefined;
  const onOwnPorts = tshark.reason === undefined ? await compareOnOwnPorts(ours) : undefined;
  const figures = {
    overSngrep: theirs.length > 0 ? medianRatio(own, theirs) : null,
    tsharkOver: slow ? median(slow) / median(own) : null,
    tsharkOverOwnPorts: onOwnPorts ?? null,
    growth: await measureGrowth(ours),
    seconds120k: median(own) / 1000,
    peakMiB2Gb: await measurePeak(ours),
  };
  printFigures("sip", figures, {
    overSngrep: sngrep.reason ?? "",
    tsharkOver: tshark.reason ?? "",
    tsharkOverOwnPorts: tshark.reason ?? "",
  });
}

async function compareWithSngrep(
  ours: string,
  hasSngrep: boolean,
): Promise<{ own: number[]; theirs: number[] }> {
  const out = join(folder, "sngrep.pcap");
  const sngrepArgs = ["-N", "-q", "-l", "200000", "-I", large, "-O", out];
  const times: { own: number[]; theirs: number[] } = { own: [], theirs: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const own = await runTimed(process.execPath, [ours, large]);
    checkRead(own.output, { calls: CALLS, messages: CALLS * MESSAGES_A_CALL });
    const theirs = hasSngrep ? await runTimed("sngrep", sngrepArgs) : undefined;
    say(
      `${round === 0 ? "Warming up" : `Round ${round} of ${ROUNDS}`}: ours ${inSeconds(own)}, sngrep ${theirs ? inSeconds(theirs) : "-"}`,
    );
    if (round === 0) continue;
    times.own.push(own.tookMs);
    if (theirs) times.theirs.push(theirs.tookMs);
  }
  return times;
}

/**
 * tshark's time grows with the square of the calls that announce one and the same port for their sound. So the ratio is told
 * for calls with ports of their own as well, which is what most exchanges write.
 */
async function compareOnOwnPorts(ours: string): Promise<number> {
  await writeLoad(spread, { calls: CALLS, seed: SEED, hasOwnPorts: true });
  const own: number[] = [];
  for (let round = 0; round < 3; round += 1)
    own.push((await runTimed(process.execPath, [ours, spread])).tookMs);
  return median(await timeTshark(spread)) / median(own);
}

async function timeTshark(file: string): Promise<number[]> {
  const fields = ["sip.Method", "sip.Status-Code", "sip.Call-ID"].flatMap((field) => ["-e", field]);
  const times: number[] = [];
  say(`tshark is run ${TSHARK_ROUNDS} times only`);
  for (let round = 1; round <= TSHARK_ROUNDS; round += 1) {
    const ran = await runTimed("tshark", ["-n", "-r", file, "-Y", "sip", "-T", "fields", ...fields]);
    say(`tshark ${inSeconds(ran)}`);
    times.push(ran.tookMs);
  }
  return times;
}

/** How much more a message of the large trace costs than one of the small, in one process that is warm already. */
async function measureGrowth(ours: string): Promise<number> {
  const warmUps = Array<string>(GROWTH_WARM_UPS).fill(small);
  const pairs = Array.from({ length: ROUNDS }, () => [small, large]).flat();
  const { output } = await runTimed(process.execPath, [ours, ...warmUps, ...pairs]);
  const each = roundsOf(output)
    .slice(GROWTH_WARM_UPS)
    .map(({ tookMs, messages }) => tookMs / messages);
  const growth = medianRatio(
    each.filter((_, place) => place % 2 === 1),
    each.filter((_, place) => place % 2 === 0),
  );
  say(`A message of ${CALLS} calls takes ${threeDigits(growth)} times as long as one of ${CALLS / 10}`);
  return growth;
}

/** Calls with sound are made and handed over as they are read, so that no such file is needed. */
async function measurePeak(ours: string): Promise<number> {
  let bytes = 0;
  const { output } = await runTimed(
    process.execPath,
    [ours],
    upTo(TWO_GIGABYTES, (read) => (bytes = read)),
  );
  const [round] = roundsOf(output);
  const { peakMiB } = JSON.parse(output) as Output;
  const what = `${round?.calls} calls, ${round?.packets} packets, ${round?.streams} streams`;
  say(
    `${threeDigits(bytes / 1e9)} GB (${what}) took at most ${Math.round(peakMiB)} MiB and ${threeDigits((round?.tookMs ?? 0) / 1000)} s`,
  );
  return peakMiB;
}

function* upTo(most: number, onRead: (bytes: number) => void): Generator<Uint8Array> {
  let bytes = 0;
  for (const piece of loadPieces({ calls: 1_000_000, seed: SEED, soundSeconds: 2 })) {
    yield piece;
    bytes += piece.length;
    onRead(bytes);
    if (bytes >= most) return;
  }
}

type Round = { calls: number; streams: number; messages: number; packets: number; tookMs: number };
type Output = { rounds: Round[]; peakMiB: number };

function roundsOf(output: string): Round[] {
  return (JSON.parse(output) as Output).rounds;
}

function checkRead(output: string, wanted: { calls: number; messages: number }): void {
  const [round] = roundsOf(output);
  if (round?.calls === wanted.calls && round.messages === wanted.messages) return;
  throw new Error(
    `Our reader found ${round?.calls} calls and ${round?.messages} messages; the load has others`,
  );
}

function inSeconds({ tookMs }: { tookMs: number }): string {
  return `${threeDigits(tookMs / 1000)} s`;
}
