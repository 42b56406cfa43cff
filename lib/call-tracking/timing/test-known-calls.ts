import { readdirSync, readFileSync } from "node:fs";
import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createPacketReader } from "@/lib/captures/packet-reader";
import { knownFlowsOf } from "./known-flows";
import type { KnownFlow } from "./labelled-pairs";
import { LEAST_PACKETS } from "./timing-evidence";

/** The known calls of a folder of captures named path-codec-number-caller.pcap and -callee.pcap. */
export function readKnownCalls(folder: string): KnownFlow[] {
  const callers = readdirSync(folder).filter((name) => name.endsWith("-caller.pcap"));
  return callers.sort().flatMap((name) => {
    const call = name.slice(0, -"-caller.pcap".length);
    const [, path = "", codec = ""] = call.match(/^(.*tor)-(.*)-\d+$/) ?? [];
    const captures = {
      first: flowsIn(`${folder}/${name}`),
      second: flowsIn(`${folder}/${call}-callee.pcap`),
    };
    return knownFlowsOf({ call, path, codec }, captures, LEAST_PACKETS);
  });
}

function flowsIn(path: string): PacketFlow[] {
  const collector = createFlowCollector("all");
  const reader = createPacketReader(collector.sink);
  reader.push(readFileSync(path));
  reader.end();
  return collector.end().flows;
}
