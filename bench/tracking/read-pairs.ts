// Calls captured at both ends: NAME-caller.pcap and NAME-callee.pcap, whose RTP headers say which packet is which.
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sharedPackets } from "@/lib/call-tracking/comparison/compare-headers";
import { readPackets } from "@/lib/call-tracking/read-packets";
import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { median } from "../measure/median";

/** One direction of a call, as it was captured where it was sent and where it arrived. */
export type Pair = {
  call: string;
  isTor: boolean;
  isFromCaller: boolean;
  sent: PacketFlow;
  received: PacketFlow;
};
/** `leftOut` says of each call why it cannot be used. */
export type Pairs = { pairs: Pair[]; leftOut: string[] };

const FEWEST_SHARED = 500;

/** All pairs of a folder in the order of their names; undefined where the folder is absent. */
export async function readPairs(folder: string): Promise<Pairs | undefined> {
  if (!existsSync(folder)) return undefined;
  const read: Pairs = { pairs: [], leftOut: [] };
  for (const call of callsIn(folder)) {
    const pairs = await readCall(folder, call).catch(() => "a file cannot be read");
    if (typeof pairs === "string") read.leftOut.push(`${call}: ${pairs}`);
    else read.pairs.push(...pairs);
  }
  return read;
}

function callsIn(folder: string): string[] {
  const names = readdirSync(folder).flatMap(
    (name) => /^((?:non-)?tor-.+)-(?:caller|callee)\.pcap$/.exec(name)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

async function readCall(folder: string, call: string): Promise<Pair[] | string> {
  const files = ["caller", "callee"].map((side) => join(folder, `${call}-${side}.pcap`)) as [string, string];
  if (!files.every((file) => existsSync(file))) return "one side is missing";
  const [caller, callee] = await Promise.all(files.map(rtpFlows));
  const found = (caller ?? [])
    .flatMap((flow) => {
      const other = (callee ?? []).find(({ summary }) => summary.ssrc === flow.summary.ssrc);
      return other ? [{ caller: flow, callee: other, ...between(flow, other) }] : [];
    })
    .filter(({ shared }) => shared >= FEWEST_SHARED)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, 2)
    .sort((one, other) => other.delay - one.delay);
  const [there, back] = found;
  if (!there || !back) return `${found.length} of 2 directions were captured at both ends`;
  const isTor = call.startsWith("tor-");
  // Whatever the clocks say, what the caller sent arrived later at the callee than what the callee sent.
  return [
    { call, isTor, isFromCaller: true, sent: there.caller, received: there.callee },
    { call, isTor, isFromCaller: false, sent: back.callee, received: back.caller },
  ];
}

async function rtpFlows(file: string): Promise<PacketFlow[]> {
  const collector = createFlowCollector("all");
  await readPackets(createReadStream(file), collector.sink);
  return collector.end().flows.filter(({ summary }) => summary.ssrc !== undefined);
}

/** Packets that both captures hold, and the middle of their times at the callee less those at the caller. */
function between(caller: PacketFlow, callee: PacketFlow): { shared: number; delay: number } {
  const shared = sharedPackets(caller, callee);
  const delays = Array.from(
    shared.first,
    (place, k) => (callee.at[shared.second[k] as number] as number) - (caller.at[place] as number),
  );
  return { shared: shared.first.length, delay: median(delays) };
}
