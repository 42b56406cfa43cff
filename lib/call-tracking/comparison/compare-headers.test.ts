import { describe, expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { seededRandom } from "../simulation/seeded-random";
import { simulateFlow } from "../simulation/simulate-flow";
import { compareHeaders, isSameStream } from "./compare-headers";
import { firstPacketsOf } from "./test-comparison";

const ROUND = 65_536;
const flow = simulateFlow({ packets: 400, spacingMs: 20, firstSequence: 65_400 }, seededRandom(1));

function numbered(given: PacketFlow, add: { sequence?: number; mediaTime?: number; ssrc?: number }) {
  const { sequence = 0, mediaTime = 0, ssrc = given.summary.ssrc } = add;
  return {
    ...given,
    summary: { ...given.summary, ssrc },
    sequence: given.sequence?.map((number) => number + sequence),
    mediaTime: given.mediaTime?.map((time) => time + mediaTime),
  };
}

const allAgree = { sameSource: true, sharedPackets: 400, agreeingPackets: 400 };

describe("two captures of one RTP stream", () => {
  test.each<[string, PacketFlow, object]>([
    ["agree packet by packet", flow, allAgree],
    ["agree when one counts from another round of 65,536", numbered(flow, { sequence: -ROUND }), allAgree],
    ["agree ten rounds apart", numbered(flow, { sequence: 10 * ROUND }), allAgree],
    ["agree when timestamps went round", numbered(flow, { mediaTime: 2 ** 32 }), allAgree],
    [
      "share what both hold",
      firstPacketsOf(flow, -100),
      { sameSource: true, sharedPackets: 100, agreeingPackets: 100 },
    ],
    [
      "share numbers without agreeing when a relay wrote other timestamps",
      numbered(flow, { mediaTime: 160 }),
      { sameSource: true, sharedPackets: 400, agreeingPackets: 0 },
    ],
    [
      "do not count when the source is another",
      numbered(flow, { ssrc: 7 }),
      { sameSource: false, sharedPackets: 0, agreeingPackets: 0 },
    ],
  ])("%s", (_, other, expected) => {
    expect(compareHeaders(flow, other)).toEqual(expected);
  });

  test("cannot be compared where one has no headers", () => {
    expect(compareHeaders(flow, { ...flow, sequence: undefined })).toBeUndefined();
    expect(compareHeaders({ ...flow, mediaTime: undefined }, flow)).toBeUndefined();
  });
});

test.each([
  [{ sameSource: true, sharedPackets: 50, agreeingPackets: 50 }, true],
  [{ sameSource: true, sharedPackets: 49, agreeingPackets: 49 }, false],
  [{ sameSource: true, sharedPackets: 1000, agreeingPackets: 990 }, true],
  [{ sameSource: true, sharedPackets: 1000, agreeingPackets: 989 }, false],
  [{ sameSource: false, sharedPackets: 1000, agreeingPackets: 1000 }, false],
])("%j is one stream: %s", (stream, isOne) => {
  expect(isSameStream(stream)).toBe(isOne);
});
