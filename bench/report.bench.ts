// What it costs to write the police report of 1,000 calls, against other ways to make the same document, each in a process
// of its own that is warm already; and the most memory a fresh process needs for one report of 1,000 and of 10,000 calls.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Block } from "@/lib/platform/pdf/description";
import { reportBlocks } from "@/lib/reports/write-report-pdf";
import { median, medianRatio } from "./measure/median";
import { printFigures, threeDigits } from "./measure/print-figures";
import { say } from "./measure/say";
import { buildMaterial } from "./report/build-material";
import { compare, inSeconds, type Start } from "./report/compare";
import { stripsOf } from "./report/line-blocks";
import { bundleOurs, installPeers } from "./report/prepare-folder";
import { startWriter, type Turn } from "./report/writer";

const CALLS = 1_000;
const ROUNDS = 5;
const WARM_UPS = 2;
const VERSIONS = { pdfmake: "0.3.11", "@react-pdf/renderer": "4.9.0", react: "19.3.1" };

const folder = await mkdtemp(join(tmpdir(), "nightjar-bench-"));
try {
  await measure();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const ours = await bundleOurs(folder);
  const few = await writeAlone(ours, CALLS);
  const many = await writeAlone(ours, 10 * CALLS);
  const starts = { ours: [ours, [String(CALLS)]] as Start, ...(await peers()) };
  const { times, reasons } = await compare(starts, { rounds: ROUNDS, warmUps: WARM_UPS });
  const { ours: own = [], overBarePdfkit: bare } = times;
  const over = (name: string) => (times[name] ? medianRatio(times[name], own) : null);
  const figures = {
    seconds1k: median(own) / 1000,
    peakMiB1k: few.peakMiB,
    pages1k: few.pages,
    pdfmakeOver: over("pdfmakeOver"),
    reactPdfOver: over("reactPdfOver"),
    chromiumOver: over("chromiumOver"),
    overBarePdfkit: bare ? medianRatio(own, bare) : null,
    peakMiB10k: many.peakMiB,
  };
  printFigures("report", figures, reasons);
}

/** One report in a process that has never written one. */
async function writeAlone(script: string, calls: number): Promise<Turn> {
  const writer = await startWriter(script, [String(calls)]);
  try {
    const turn = await writer.write();
    const size = `${turn.pages} pages, ${threeDigits(turn.bytes / 1024 / 1024)} MiB`;
    say(
      `${calls} calls in a fresh process: ${size}, ${inSeconds(turn)}, at most ${Math.round(turn.peakMiB)} MiB of memory`,
    );
    return turn;
  } finally {
    writer.stop();
  }
}

async function peers(): Promise<Record<string, Start>> {
  const blocks = [...reportBlocks(buildMaterial(CALLS))].map(plain);
  const [blocksFile, stripsFile] = [join(folder, "blocks.json"), join(folder, "strips.json")];
  await writeFile(blocksFile, JSON.stringify(blocks));
  await writeFile(stripsFile, JSON.stringify(stripsOf(blocks)));
  const peer = (name: string) => join(process.cwd(), "bench/report/peers", `${name}.mjs`);
  const fromNpm = await attempt("pdfmake and @react-pdf/renderer", () => installPeers(folder, VERSIONS));
  const browser = await attempt("Chromium", findBrowser);
  const start = (name: string, what: string | { reason: string }): Start =>
    typeof what === "string" ? [peer(name), [blocksFile, what]] : what;
  return {
    overBarePdfkit: [peer("bare-pdfkit"), [stripsFile]],
    pdfmakeOver: start("pdfmake", fromNpm),
    reactPdfOver: start("react-pdf", fromNpm),
    chromiumOver: start("chromium", browser),
  };
}

/** Rows that come from a generator as a list, since JSON knows no generators; and each of the full width. */
function plain(block: Block): Block {
  if (block.kind !== "table") return block;
  const rows = [...block.rows].map((row) => block.columns.map((_, column) => row[column] ?? ""));
  return { ...block, rows };
}

async function attempt(what: string, get: () => Promise<string>): Promise<string | { reason: string }> {
  try {
    return await get();
  } catch (error) {
    return { reason: `${what} could not be had: ${String((error as Error).message).split("\n")[0]}` };
  }
}

/** Scripts are no part of the typed program, so this one is found when it is run. */
async function findBrowser(): Promise<string> {
  const script = join(process.cwd(), "scripts/browser.mjs");
  const found = (await import(script)) as { findBrowser: () => Promise<string> };
  return found.findBrowser();
}
