import { describe, expect, test } from "vitest";
import { evening, fromHex, rtpBytes } from "../test-media";
import { dataChunk, sctpPacket } from "../test-packets";
import { ethernetFrame, ethernetTcp, ethernetUdp, ipPacket, writePcap } from "../write-capture";
import { countsOf, cutTo, fromMara, listed, listedIn, mara, rawIp, sent, speechOf, theo } from "./test-flows";

const fromTheo = "udp 198.51.100.20:5001 > 192.0.2.10:4000";
const back = { source: theo, destination: mara };

test("each direction is a flow, the one with more packets first", () => {
  const packets = [
    sent(0, Buffer.alloc(10)),
    sent(5, Buffer.alloc(100), back),
    sent(10, Buffer.alloc(20)),
    sent(40, Buffer.alloc(30)),
  ];
  expect(listed(packets)).toEqual({
    flows: [
      {
        ...{ id: fromMara, protocol: "udp", source: mara, destination: theo, packets: 3, payloadBytes: 60 },
        ...{ firstAt: evening, lastAt: evening + 40_000, medianGapMs: 20, cutPackets: 0 },
      },
      {
        ...{ id: fromTheo, protocol: "udp", source: theo, destination: mara, packets: 1, payloadBytes: 100 },
        ...{ firstAt: evening + 5_000, lastAt: evening + 5_000, cutPackets: 0 },
      },
    ],
    findings: [],
  });
});

test("an address of IPv6 stands in brackets in the name of its flow", () => {
  const source = { address: "2001:db8::1", port: 4_000 };
  const destination = { address: "2001:db8::2", port: 5_000 };
  expect(Object.keys(countsOf(listed([sent(0, Buffer.alloc(3), { source, destination })])))).toEqual([
    "udp [2001:db8::1]:4000 > [2001:db8::2]:5000",
  ]);
});

describe("RTP", () => {
  test("every source between two places is a flow of its own", () => {
    const both = [...speechOf({ count: 6 }), ...speechOf({ count: 5, ssrc: 7, startMs: 7 })];
    const { flows } = listed(both.sort((one, other) => one.at - other.at));
    expect(flows).toMatchObject([
      { id: `${fromMara} ssrc 1a2b3c4d`, packets: 6, ssrc: 0x1a2b_3c4d, payloadType: 0, payloadBytes: 1_032 },
      { id: `${fromMara} ssrc 00000007`, packets: 5, ssrc: 7 },
    ]);
    expect(flows).toHaveLength(2);
  });

  test("STUN before it and RTCP between it are no part of it", () => {
    const stun = fromHex("0001 0000 2112a442 000102030405060708090a0b");
    const rtcp = fromHex(`80c8 0006 1a2b3c4d ${"00".repeat(20)}`);
    const speech = speechOf({ count: 8 });
    const packets = [sent(-20, stun), sent(-10, stun), ...speech.slice(0, 2), sent(30, rtcp)];
    expect(countsOf(listed([...packets, ...speech.slice(2), sent(150, rtcp)]))).toEqual({
      [`${fromMara} ssrc 1a2b3c4d`]: 8,
      [fromMara]: 4,
    });
  });

  test.each([85, 40])("is known where a capture kept %i bytes, and keeps its sizes", (bytes) => {
    const packets = Array.from({ length: 5 }, (_, index) =>
      cutTo(bytes, index * 20, rtpBytes({ sequence: index, timestamp: index * 160 })),
    );
    expect(listedIn(writePcap(packets, rawIp)).flows).toMatchObject([
      { ssrc: 0x1234_5678, packets: 5, cutPackets: 5, payloadBytes: 5 * 172 },
    ]);
  });

  test("one late and one twice captured packet among the first do not hide it", () => {
    const [first, second, third, fourth, fifth] = speechOf({ count: 5 });
    const packets = [first, second, fourth, third, fourth, fifth].flatMap((packet) => packet ?? []);
    expect(countsOf(listed(packets))).toEqual({ [`${fromMara} ssrc 1a2b3c4d`]: 6 });
  });

  test("the type that most packets have is the flow's, not that of a tone at its beginning", () => {
    const types = [101, 101, 8, 8, 8, 8, 101, 8];
    const packets = types.map((payloadType, index) =>
      sent(index * 20, rtpBytes({ sequence: index, timestamp: index * 160, payloadType })),
    );
    expect(listed(packets).flows).toMatchObject([{ payloadType: 8 }]);
  });

  const unrelated = numbersFrom(20_260_302);
  const notRtp: [what: string, payload: (index: number) => Uint8Array][] = [
    ["random bytes", () => Uint8Array.from({ length: 120 }, () => unrelated() & 0xff)],
    ["random bytes that begin like RTP", () => randomBehind("80 00")],
    [
      "WireGuard",
      (index) => fromHex(`04000000 11223344 ${index.toString(16).padStart(2, "0")}${"00".repeat(23)}`),
    ],
    [
      "DTLS",
      (index) => fromHex(`17fefd 0001 0000000000${(index + 16).toString(16)} 0010 ${"ab".repeat(16)}`),
    ],
    ["QUIC with a short header", () => randomBehind("43 11223344 55667788")],
    ["QUIC with a long header", () => randomBehind("c3 00000001 08 1122334455667788")],
    ["ESP in UDP whose index begins like RTP", (index) => espWith(index)],
    ["a counter whose clock stands still", (index) => rtpBytes({ sequence: index, timestamp: 0 })],
    ["a clock that runs wild", (index) => rtpBytes({ sequence: index, timestamp: index * 80_000_000 })],
    ["numbers without an order", (index) => rtpBytes({ sequence: index * 7_919, timestamp: index * 160 })],
  ];

  function randomBehind(start: string): Uint8Array {
    return Buffer.concat([fromHex(start), Uint8Array.from({ length: 60 }, () => unrelated() & 0xff)]);
  }

  function espWith(index: number): Uint8Array {
    return Buffer.concat([fromHex(`80001234 000000${(index + 16).toString(16)}`), randomBehind("").slice(8)]);
  }

  test.each(notRtp)("is not seen in %s", (_what, payload) => {
    const packets = Array.from({ length: 60 }, (_, index) => sent(index * 400, payload(index)));
    expect(countsOf(listed(packets))).toEqual({ [fromMara]: 60 });
  });

  test("of a type that is assigned to nothing needs more packets", () => {
    const packets = Array.from({ length: 11 }, (_, index) =>
      sent(index * 20, rtpBytes({ sequence: index, timestamp: index * 160, payloadType: 40 })),
    );
    expect(listed(packets.slice(0, 10)).flows).toMatchObject([{ id: fromMara, packets: 10 }]);
    expect(listed(packets).flows).toMatchObject([{ ssrc: 0x1234_5678, packets: 11 }]);
  });

  test("three packets alone are not enough, and none of them is lost", () => {
    expect(countsOf(listed(speechOf({ count: 3 })))).toEqual({ [fromMara]: 3 });
  });
});

describe("TCP", () => {
  const segment = (milliseconds: number, sequence: number, payload: string, flags = "AP") => ({
    at: evening + milliseconds * 1_000,
    bytes: ethernetTcp({ source: mara, destination: theo, sequence, payload, flags }),
  });
  const tcp = "tcp 192.0.2.10:4000 > 198.51.100.20:5001";

  test("bare acknowledgements are no packets of a flow", () => {
    const packets = [segment(0, 99, "", "S"), segment(1, 100, "abc"), segment(2, 103, "", "A")];
    expect(listed(packets).flows).toMatchObject([{ id: tcp, packets: 1, payloadBytes: 3 }]);
  });

  test("a segment sent again counts once, one that came late counts", () => {
    const packets = [
      segment(0, 100, "abc"),
      segment(1, 106, "ghi"),
      segment(2, 100, "abc"),
      segment(3, 103, "def"),
      segment(4, 103, "def"),
      segment(5, 109, "jkl"),
    ];
    expect(listed(packets).flows).toMatchObject([{ packets: 4, payloadBytes: 12 }]);
  });
});

test("packets without ports are told apart by their protocol, and their sizes are those of IP", () => {
  const parts = { source: mara.address, destination: theo.address };
  const ofProtocol = (protocol: number, bytes: number) => ({
    at: evening,
    bytes: ethernetFrame(ipPacket({ ...parts, protocol, payload: Buffer.alloc(bytes) })),
  });
  expect(listed([ofProtocol(50, 100), ofProtocol(50, 60), ofProtocol(1, 8)]).flows).toMatchObject([
    {
      ...{ id: "ip 192.0.2.10 > 198.51.100.20 protocol 50", ipProtocol: 50, payloadBytes: 160 },
      source: { address: mara.address, port: 0 },
    },
    { id: "ip 192.0.2.10 > 198.51.100.20 protocol 1", ipProtocol: 1, payloadBytes: 8 },
  ]);
});

test("an SCTP packet counts once, however many messages it holds", () => {
  const bytes = ethernetFrame(sctpPacket(dataChunk(1, "one."), dataChunk(2, "two.")));
  expect(listed([{ at: evening, bytes }]).flows).toMatchObject([
    { id: "sctp 192.0.2.1:5060 > 198.51.100.2:5070", packets: 1, payloadBytes: 40 },
  ]);
});

describe("silence", () => {
  test("of a minute ends a flow, and what comes then is the next of its name", () => {
    const packets = [0, 1_000, 61_000, 121_000, 121_001].map((at) => sent(at, Buffer.alloc(9)));
    expect(countsOf(listed(packets))).toEqual({
      [fromMara]: 2,
      [`${fromMara} #3`]: 2,
      [`${fromMara} #2`]: 1,
    });
  });

  test("of less does not", () => {
    const packets = [0, 59_999, 119_998].map((at) => sent(at, Buffer.alloc(9)));
    expect(countsOf(listed(packets))).toEqual({ [fromMara]: 3 });
  });

  test("ends RTP too, which is known at once when it goes on", () => {
    const packets = [...speechOf({ count: 5 }), ...speechOf({ count: 2, startMs: 70_000, first: 200 })];
    const rtp = `${fromMara} ssrc 1a2b3c4d`;
    expect(countsOf(listed(packets))).toEqual({ [rtp]: 5, [`${rtp} #2`]: 2 });
  });
});

describe("limits", () => {
  const scan = (count: number, startMs = 0) =>
    Array.from({ length: count }, (_, index) => ({
      at: evening + startMs * 1_000 + index,
      bytes: ethernetUdp({ source: { ...mara, port: 10_000 + index }, destination: theo, payload: "x" }),
    }));

  test("the largest flows are listed, and those left out are counted", () => {
    const { flows, findings } = listed([...scan(10), ...speechOf({ count: 4, startMs: 1 })], { listed: 3 });
    expect(flows).toHaveLength(3);
    expect(flows[0]).toMatchObject({ ssrc: 0x1a2b_3c4d, packets: 4 });
    expect(findings).toEqual([{ code: "FLOWS_LEFT_OUT", count: 8 }]);
  });

  test("a flood of single packets does not push out a flow that goes on", () => {
    const packets = [
      ...speechOf({ count: 5 }),
      ...scan(500, 101),
      ...speechOf({ count: 5, startMs: 102, first: 105 }),
    ];
    const { flows, findings } = listed(packets, { tracked: 20 });
    expect(flows[0]).toMatchObject({ ssrc: 0x1a2b_3c4d, packets: 10 });
    expect(flows).toHaveLength(20);
    expect(findings).toEqual([{ code: "FLOWS_LEFT_OUT", count: 481 }]);
  });

  test("among flows that all go on, the smaller ones give way", () => {
    const large = Array.from({ length: 8 }, (_, port) => speechOf({ count: 20, ends: endsOf(port) })).flat();
    const small = Array.from({ length: 8 }, (_, port) =>
      speechOf({ count: 5, ends: endsOf(50 + port) }),
    ).flat();
    const { flows } = listed([...large, ...small], { tracked: 10 });
    expect(flows.slice(0, 8).map(({ packets }) => packets)).toEqual(Array(8).fill(20));
  });

  test("a flow that was forgotten and comes again begins with its first name", () => {
    const large = Array.from({ length: 8 }, (_, port) => speechOf({ count: 20, ends: endsOf(port) })).flat();
    const beside = speechOf({ count: 90, ssrc: 9 });
    const again = speechOf({ count: 200, startMs: 500, first: 120 });
    const { flows } = listed([...speechOf({ count: 4 }), ...beside, ...large, ...again], { tracked: 9 });
    expect(flows[0]).toMatchObject({ id: `${fromMara} ssrc 1a2b3c4d`, packets: 200 });
  });

  test("what shares the ports of RTP has its first name, though nothing of it was seen for long", () => {
    const rtcp = sent(400, fromHex(`80c8 0006 1a2b3c4d ${"00".repeat(20)}`));
    const { flows } = listed([...speechOf({ count: 5 }), ...scan(30, 101), rtcp], { tracked: 10 });
    expect(flows.map(({ id }) => id)).toContain(fromMara);
  });

  function endsOf(port: number) {
    return { source: { ...mara, port: 6_000 + port } };
  }
});

/** A small generator of numbers that look random, the same at each run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 16;
  };
}
