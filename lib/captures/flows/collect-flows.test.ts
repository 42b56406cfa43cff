import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evening, rtpBytes } from "../test-media";
import { ethernetFrame, ethernetTcp, ipPacket, type PacketToWrite, writePcap } from "../write-capture";
import { collectedIn, fromMara, listed, mara, sent, speechOf, theo } from "./test-flows";

const rtp = `${fromMara} ssrc 1a2b3c4d`;

function collected(packets: readonly PacketToWrite[], ...more: [(ReadonlySet<string> | "all")?, object?]) {
  return collectedIn(writePcap(packets), ...more);
}

test("times, sizes, numbers of packets and of RTP are kept, each in the order of the capture", () => {
  const other = sent(10, Buffer.alloc(7));
  const [first, ...rest] = speechOf({ count: 4 });
  const { flows } = collected([first, other, ...rest].flatMap((packet) => packet ?? []));
  expect(flows.map(({ summary, ...arrays }) => ({ id: summary.id, ...arrays }))).toEqual([
    {
      id: rtp,
      at: Float64Array.of(evening, evening + 20_000, evening + 40_000, evening + 60_000),
      bytes: Uint16Array.of(172, 172, 172, 172),
      frame: Uint32Array.of(1, 3, 4, 5),
      sequence: Int32Array.of(100, 101, 102, 103),
      mediaTime: Float64Array.of(8_000, 8_160, 8_320, 8_480),
    },
    {
      id: fromMara,
      at: Float64Array.of(evening + 10_000),
      bytes: Uint16Array.of(7),
      frame: Uint32Array.of(2),
    },
  ]);
});

test("numbers of RTP go on counting where they wrap around, and step back for a late packet", () => {
  const order = [65_533, 65_534, 65_535, 0, 2, 1, 1, 3];
  const packets = order.map((sequence, index) => {
    const age = (sequence + 3) & 0xffff;
    return sent(index * 20, rtpBytes({ sequence, timestamp: (0xffff_fff0 + age * 8) >>> 0 }));
  });
  expect(collected(packets).flows).toMatchObject([
    {
      sequence: Int32Array.of(65_533, 65_534, 65_535, 65_536, 65_538, 65_537, 65_537, 65_539),
      mediaTime: Float64Array.from([0, 1, 2, 3, 5, 4, 4, 6], (age) => 0xffff_fff0 + age * 8),
    },
  ]);
});

test("only what is wanted is kept", () => {
  const packets = [...speechOf({ count: 5 }), ...speechOf({ count: 6, ssrc: 9, startMs: 500 })];
  const { flows, findings } = collected(packets, new Set([rtp, "udp of another file"]));
  expect(flows.map(({ summary }) => summary.id)).toEqual([rtp]);
  expect(findings).toEqual([]);
});

describe("limits", () => {
  test("of one flow: the rest of its packets is counted, and the finding names it", () => {
    const { flows, findings } = collected(speechOf({ count: 9 }), "all", { packetsPerFlow: 5 });
    expect(flows[0]?.at).toHaveLength(5);
    expect(flows[0]?.summary.packets).toBe(9);
    expect(findings).toEqual([{ code: "FLOW_CUT", count: 4, flow: rtp }]);
  });

  test("of all flows: what came first is kept", () => {
    const packets = [...speechOf({ count: 6 }), ...speechOf({ count: 6, ssrc: 9, startMs: 500 })];
    const { flows, findings } = collected(packets, "all", { packets: 8 });
    expect(flows.map(({ at }) => at.length)).toEqual([6, 2]);
    expect(findings).toEqual([{ code: "PACKETS_LEFT_OUT", count: 4 }]);
  });

  test("of all flows: those that gave way to others take no room", () => {
    const packets = Array.from({ length: 30 }, (_, index) =>
      sent(index, Buffer.alloc(9), { source: { ...mara, port: 7_000 + index }, destination: theo }),
    );
    const { findings } = collected(packets, "all", { tracked: 5, packets: 6 });
    expect(findings.map(({ code }) => code)).toEqual(["FLOWS_LEFT_OUT"]);
  });

  test("a wanted flow that gave way to others is counted", () => {
    const packets = Array.from({ length: 30 }, (_, index) =>
      sent(index, Buffer.alloc(9), { source: { ...mara, port: 7_000 + index }, destination: theo }),
    );
    const wanted = new Set(["udp 192.0.2.10:7000 > 198.51.100.20:5001"]);
    expect(collected(packets, wanted, { tracked: 10 })).toEqual({
      flows: [],
      findings: [{ code: "FLOWS_LEFT_OUT", count: 1 }],
    });
  });
});

/** Any mixture of sources, other datagrams, TCP and ESP, with silences, steps back and cut packets. */
const anyCapture = fc
  .array(
    fc.record({
      kind: fc.constantFrom("rtp", "rtp", "rtp", "noise", "tcp", "esp"),
      lane: fc.nat(2),
      ssrc: fc.nat(2),
      gap: fc.constantFrom(0, 5, 20, 20, 20, 20, 400, 70_000, -15),
      skip: fc.constantFrom(1, 1, 1, 1, 0, 2, 500, -1),
      keep: fc.constantFrom(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 60, 54, 30),
      noise: fc.uint8Array({ minLength: 0, maxLength: 20 }),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    const sequences = new Map<number, number>();
    let milliseconds = 0;
    return steps.map(({ kind, lane, ssrc, gap, skip, keep, noise }): PacketToWrite => {
      milliseconds += gap;
      const source = { ...mara, port: 4_000 + lane };
      const key = lane * 10 + ssrc;
      const number = (sequences.get(key) ?? 65_530) + skip;
      sequences.set(key, number);
      const parts = { source: mara.address, destination: theo.address, protocol: 50, payload: noise };
      const whole = {
        rtp: () =>
          sent(0, rtpBytes({ sequence: number, timestamp: number * 160, ssrc }), {
            source,
            destination: theo,
          }),
        noise: () => sent(0, noise, { source, destination: theo }),
        tcp: () => ({
          bytes: ethernetTcp({ source, destination: theo, sequence: number * 5, payload: "12345" }),
        }),
        esp: () => ({ bytes: ethernetFrame(ipPacket(parts)) }),
      }[kind]();
      const at = evening + milliseconds * 1_000;
      return { at, bytes: whole.bytes.subarray(0, keep), wireBytes: whole.bytes.length };
    });
  });

describe("of any capture", () => {
  test.each([20_000, 12, 4, 1])(
    "the lister and the collector name the same flows alike, with room for %i",
    (tracked) => {
      fc.assert(
        fc.property(anyCapture, (packets) => {
          const { flows, findings } = collected(packets, "all", { tracked });
          const list = listed(packets, { tracked });
          expect(flows.map(({ summary }) => summary)).toEqual(list.flows);
          expect(findings).toEqual(list.findings);
          expect(new Set(list.flows.map(({ id }) => id)).size).toBe(list.flows.length);
        }),
        { seed: 4, numRuns: 150 },
      );
    },
  );

  test("every array has one entry a packet, and each packet belongs to one flow", () => {
    fc.assert(
      fc.property(anyCapture, (packets) => {
        const { flows } = collected(packets);
        for (const { summary, at, bytes, frame, sequence, mediaTime } of flows) {
          const lengths = [at, bytes, frame, sequence ?? at, mediaTime ?? at].map((array) => array?.length);
          expect(new Set(lengths)).toEqual(new Set([summary.packets]));
          expect(sequence !== undefined).toBe(summary.ssrc !== undefined);
        }
        const frames = flows.flatMap(({ frame }) => [...(frame ?? [])]);
        expect(new Set(frames).size).toBe(frames.length);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  test("a flow that is wanted alone is the same as among all", () => {
    fc.assert(
      fc.property(anyCapture, (packets) => {
        for (const flow of collected(packets, "all", { tracked: 6 }).flows) {
          const alone = collected(packets, new Set([flow.summary.id]), { tracked: 6 });
          expect(alone.flows).toEqual([flow]);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
