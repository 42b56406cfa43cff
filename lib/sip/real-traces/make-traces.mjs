// Makes the captures of this folder again: node make-traces.mjs <folder> [name ...]
// Everything happens on the loopback interface; tcpdump needs leave to capture there.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { accounts } from "./make/accounts.mjs";
import { failedCalls } from "./make/failed-calls.mjs";
import { identities } from "./make/identities.mjs";
import { middlemen } from "./make/middlemen.mjs";
import { plainCalls } from "./make/plain-calls.mjs";
import { capture, createStage } from "./make/programs.mjs";
import { redirects } from "./make/redirects.mjs";
import { scanners } from "./make/scanners.mjs";
import { spokenCalls } from "./make/spoken-calls.mjs";
import { joinedByThird } from "./make/third-party.mjs";
import { transfersOfCalls } from "./make/transfers.mjs";

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder that the captures go to");
mkdirSync(folder, { recursive: true });

const all = {
  ...plainCalls,
  ...failedCalls,
  ...identities,
  ...redirects,
  ...transfersOfCalls,
  ...middlemen,
  ...spokenCalls,
  ...accounts,
  ...scanners,
  "joined-by-third": joinedByThird,
};
for (const name of names.length > 0 ? names : Object.keys(all)) await make(name, all[name]);

/** Every program of the traces keeps to the ports from 15100 to 15899, so that the captures hold nothing else. */
async function make(name, play) {
  const stage = createStage(mkdtempSync(join(tmpdir(), `${name}-`)));
  const filter = `portrange ${play.ports ?? "15100-15899"}`;
  const seen = await capture(stage, { file: resolve(folder, `${name}.pcap`), filter });
  try {
    await play(stage);
    await seen.end();
  } catch (error) {
    console.error(`${name}: ${error.message}; logs in ${stage.folder}`);
    process.exitCode = 1;
    return;
  } finally {
    await stage.clear();
  }
  rmSync(stage.folder, { recursive: true });
  console.log(`${name}.pcap`);
}
