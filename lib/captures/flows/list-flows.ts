import type { CaptureSink } from "../capture-sink";
import type { FlowFinding } from "./flow-finding";
import { defaultFlowLimits, type FlowLimits } from "./flow-limits";
import { createFlowSorter } from "./flow-sorter";
import { flowSummary } from "./flow-track";
import type { FlowSummary } from "./packet-flow";

/** Counts the flows of a capture as a packet reader goes through it; keeps counters, never packets. */
export type FlowLister = {
  sink: CaptureSink;
  /** Call once, after the reader's end. The flows with most packets first. */
  end(): { flows: FlowSummary[]; findings: FlowFinding[] };
};

/** FLOWS_LEFT_OUT counts the flows that were seen and are not in the list; a flow seen twice between may count twice. */
export function createFlowLister(limits: Partial<FlowLimits> = {}): FlowLister {
  const { tracked, listed } = { ...defaultFlowLimits, ...limits };
  const sorter = createFlowSorter({ tracked });
  return {
    sink: sorter.sink,
    end() {
      const tracks = sorter.end();
      const count = sorter.leftOut + Math.max(0, tracks.length - listed);
      const findings: FlowFinding[] = count > 0 ? [{ code: "FLOWS_LEFT_OUT", count }] : [];
      return { flows: tracks.slice(0, listed).map(flowSummary), findings };
    },
  };
}
