import { expect, test } from "vitest";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { clockFit } from "./clock-fit";

/** A flow of 90 seconds that begins so many seconds after another. */
function flowAt(seconds: number): FlowSummary {
  const place = { address: "192.0.2.1", port: 4000 };
  const firstAt = 1_709_330_400_000_000 + seconds * 1e6;
  return {
    protocol: "udp",
    source: place,
    destination: place,
    id: "flow",
    packets: 4500,
    payloadBytes: 0,
    firstAt,
    lastAt: firstAt + 90e6,
    cutPackets: 0,
  };
}

test.each([
  [0, { kind: "overlap" }],
  [89, { kind: "overlap" }],
  [-89, { kind: "overlap" }],
  // The clocks may be 10 seconds apart, and the path may take 5.
  [105, { kind: "overlap" }],
  [106, { kind: "none" }],
  [3600, { kind: "apart", seconds: 3600 }],
  [3614, { kind: "apart", seconds: 3600 }],
  [3616, { kind: "none" }],
  [-7200, { kind: "apart", seconds: -7200 }],
  [20_700, { kind: "apart", seconds: 20_700 }],
  [86_400, { kind: "apart", seconds: 86_400 }],
  [90_000, { kind: "none" }],
])("a call that begins %d seconds later by its clock fits %j", (seconds, fit) => {
  expect(clockFit(flowAt(0), flowAt(seconds), 10)).toEqual(fit);
});
