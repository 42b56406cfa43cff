// What a trace of 20,000 calls costs the server: to read it in a thread from upload to the list of its calls, while another
// page is asked for again and again; and to open its pages, against the emptiest page that is drawn anew for each visitor.
import { performance } from "node:perf_hooks";
import { median, medianRatio, quantile } from "./measure/median";
import { printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { openCase, signUp } from "./save/mara";
import { loadPieces } from "./sip/make-load";

const CALLS = 20_000;
const SEED = 3261;
const TURNS = 15;
const EMPTY_PAGE = "/unavailable";
const LONGEST_SECONDS = 300;

const mara = await signUp(process.env.BASE_URL ?? "");
try {
  await measure();
} finally {
  mara.close();
}

async function measure(): Promise<void> {
  const { caseId } = await openCase(mara, "A busy trunk");
  const capture = Buffer.concat([...loadPieces({ calls: CALLS, seed: SEED })]);
  say(`A capture of ${CALLS} calls, ${threeDigits(capture.length / 1e6)} MB`);
  const begun = performance.now();
  const answer = await mara.upload(`/cases/${caseId}/traces/upload`, { name: "trunk.pcap", bytes: capture });
  const trace = new URL(answer.location, "http://nowhere").pathname;
  const uploadSeconds = (performance.now() - begun) / 1_000;
  const meanwhileMs = await untilRead(trace);
  const readSeconds = (performance.now() - begun) / 1_000 - uploadSeconds;
  say(`Taken in ${threeDigits(uploadSeconds)} s and read in ${threeDigits(readSeconds)} s after that`);
  const [list, call, empty] = [[], [], []] as [number[], number[], number[]];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    list.push(await timed(trace));
    call.push(await timed(`${trace}/calls/${(turn * 1_117) % CALLS || 1}`));
    empty.push(await timed(EMPTY_PAGE));
  }
  printFigures("traces", {
    listMs: median(list.slice(1)),
    callMs: median(call.slice(1)),
    listOverEmptyPage: medianRatio(list.slice(1), empty.slice(1)),
    readSeconds,
    p95MsWhileReading: quantile(meanwhileMs, 0.95),
  });
}

/** Asks for another page until the trace is read; gives how long each answer took. */
async function untilRead(trace: string): Promise<number[]> {
  const tookMs: number[] = [];
  const until = performance.now() + LONGEST_SECONDS * 1_000;
  while (performance.now() < until) {
    for (let visit = 0; visit < 20; visit += 1) tookMs.push(await timed(EMPTY_PAGE));
    const { text } = await mara.get(trace);
    if (text.includes('/calls/1"')) return tookMs;
  }
  throw new Error(`The trace was not read within ${LONGEST_SECONDS} seconds`);
}

async function timed(path: string): Promise<number> {
  const begun = performance.now();
  const { status } = await mara.get(path);
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  return performance.now() - begun;
}
