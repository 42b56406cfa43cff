import { describe, expect, test } from "vitest";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { seededRandom } from "../simulation/seeded-random";
import { simulateFlow } from "../simulation/simulate-flow";
import { holdsWholeCall, lengthAgreement } from "./call-length";
import { createTimingComparer } from "./create-timing-comparer";
import { oppositeFlow } from "./opposite-flow";
import { createLengthComparer } from "./whole-call-lengths";

const SECOND = 1_000_000;
const phone = { address: "192.0.2.1", port: 4000 };
const exchange = { address: "198.51.100.2", port: 5000 };

/** Thirty seconds from `firstAt`; changed where said. */
function flow(change: Partial<FlowSummary> = {}): FlowSummary {
  const firstAt = change.firstAt ?? 100 * SECOND;
  return {
    protocol: "udp",
    source: phone,
    destination: exchange,
    id: "a flow",
    packets: 1500,
    payloadBytes: 240_000,
    firstAt,
    lastAt: firstAt + 30 * SECOND,
    cutPackets: 0,
    ...change,
  };
}

const back = flow({ source: exchange, destination: phone });
const around = { firstAt: 90 * SECOND, lastAt: 140 * SECOND };

test.each<[title: string, span: { firstAt: number; lastAt: number }, isWhole: boolean]>([
  ["began and ended seconds away from it", around, true],
  ["began half a second before", { ...around, firstAt: 99.5 * SECOND }, true],
  ["began with it", { ...around, firstAt: 100 * SECOND }, false],
  ["ended a tenth of a second after it", { ...around, lastAt: 130.1 * SECOND }, false],
  ["is of another hour", { firstAt: 3600 * SECOND, lastAt: 3700 * SECOND }, false],
  ["has no times", { firstAt: Number.NaN, lastAt: Number.NaN }, false],
])("whether a capture holds a call whole that %s", (_, span, isWhole) => {
  expect(holdsWholeCall(flow(), span)).toBe(isWhole);
});

test.each([
  ["as many packets in as much time", flow(), "same"],
  ["as many, drawn out by a second", flow({ lastAt: 131 * SECOND }), "same"],
  ["on another day", flow({ firstAt: 1e12 }), "same"],
  ["one packet lost", flow({ packets: 1499 }), "near"],
  ["a third lost", flow({ packets: 1000 }), "near"],
  ["as many packets in three seconds more", flow({ lastAt: 133 * SECOND }), "other"],
  ["times that are no numbers", flow({ lastAt: Number.NaN }), "other"],
] as const)("lengths of two calls: %s", (_, other, expected) => {
  expect(lengthAgreement(flow(), other)).toBe(expected);
  expect(lengthAgreement(other, flow())).toBe(expected);
});

describe("the other direction of a call", () => {
  const elsewhere = flow({ source: exchange, destination: { ...phone, port: 4002 } });
  const later = { ...back, firstAt: 300 * SECOND, lastAt: 330 * SECOND };

  test("has both places swapped and the same time", () => {
    expect(oppositeFlow(flow(), [elsewhere, flow(), later, back])).toBe(back);
  });

  test("is not known where nothing or more than one flow fits", () => {
    expect(oppositeFlow(flow(), [elsewhere, later])).toBeUndefined();
    expect(oppositeFlow(flow(), [back, { ...back, ssrc: 7 }])).toBeUndefined();
  });
});

describe("lengths of whole calls", () => {
  const compared = (change: { spans?: Partial<typeof around>; back?: FlowSummary; other?: FlowSummary }) =>
    createLengthComparer(flow(), {
      captured: {
        first: { ...around, flows: [flow(), back] },
        second: { ...around, ...change.spans, flows: change.back && [change.back] },
      },
    })(change.other ?? flow());

  test("agree only if both directions do, where both are known", () => {
    expect(compared({})).toBe("same");
    expect(compared({ back })).toBe("same");
    expect(compared({ back: { ...back, packets: 1499 } })).toBe("near");
    expect(compared({ back, other: flow({ packets: 1499 }) })).toBe("near");
  });

  test("are not told where the second capture began within the call, or no capture is named", () => {
    expect(compared({ spans: { firstAt: 100 * SECOND } })).toBeUndefined();
    expect(createLengthComparer(flow(), {})(flow())).toBeUndefined();
  });

  test("the direction back is left out where its end was not captured", () => {
    const cut = { ...back, packets: 1400, lastAt: 139.9 * SECOND };
    expect(compared({ back: cut })).toBe("same");
  });
});

test("a comparison tells the lengths and leaves them unweighed", () => {
  const first = simulateFlow({ packets: 600, spacingMs: 20, jitterMs: 1 }, seededRandom(1));
  const { firstAt, lastAt } = first.summary;
  const span = { firstAt: firstAt - SECOND, lastAt: lastAt + SECOND };
  const plain = createTimingComparer(first)(first);
  const told = createTimingComparer(first, { captured: { first: span, second: span } })(first);
  expect(told).toEqual({ ...plain, lengths: "same" });
});
