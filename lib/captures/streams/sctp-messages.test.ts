import { describe, expect, test } from "vitest";
import { alice, bob, bytes, dataChunk, evening, pcapOf, sctpPacket, textsOf, toldOf } from "../test-packets";
import { writePcap } from "../write-capture";

const told = (...packets: Uint8Array[]) => toldOf(pcapOf(packets, 101));
const heartbeat = bytes("04000008 00010004");

describe("each user message of SCTP is a datagram", () => {
  test.each<[name: string, packets: Uint8Array[], texts: string[]]>([
    ["one", [sctpPacket(dataChunk(1, "hello"))], ["hello"]],
    ["several in a packet", [sctpPacket(dataChunk(1, "ab"), heartbeat, dataChunk(2, "cde"))], ["ab", "cde"]],
    ["unordered", [sctpPacket(dataChunk(1, "hello", 7))], ["hello"]],
    [
      "as soon as it is whole, whatever came before",
      [sctpPacket(dataChunk(9, "b")), sctpPacket(dataChunk(8, "a"))],
      ["b", "a"],
    ],
    ["sent again", [sctpPacket(dataChunk(1, "hello")), sctpPacket(dataChunk(1, "hello"))], ["hello"]],
    [
      "in fragments",
      [
        sctpPacket(dataChunk(1, "ab", 2)),
        sctpPacket(dataChunk(2, "cd", 0)),
        sctpPacket(dataChunk(3, "ef", 1)),
      ],
      ["abcdef"],
    ],
    [
      "in fragments out of order",
      [
        sctpPacket(dataChunk(3, "ef", 1)),
        sctpPacket(dataChunk(1, "ab", 2)),
        sctpPacket(dataChunk(2, "cd", 0)),
      ],
      ["abcdef"],
    ],
    [
      "in fragments over the highest number",
      [sctpPacket(dataChunk(0xffff_ffff, "ab", 2), dataChunk(0, "cd", 1))],
      ["abcd"],
    ],
    [
      "interleaved data",
      [sctpPacket(bytes("40030019 00000001 00000000 00000000 00000000 68656c6c6f"))],
      ["hello"],
    ],
  ])("%s", (_name, packets, texts) => {
    const result = told(...packets);
    expect(textsOf(result)).toEqual(texts);
    expect(result.findings).toEqual({});
  });
});

test("a message tells its ends and its place in the file", () => {
  const capture = pcapOf([sctpPacket(heartbeat, dataChunk(1, "hello"))], 101);
  const [message] = toldOf(capture).datagrams;
  expect(message).toMatchObject({
    transport: "sctp",
    source: alice,
    destination: bob,
    at: evening,
    wireBytes: 5,
  });
  expect(
    Buffer.from(capture)
      .subarray(message?.offset, (message?.offset ?? 0) + 5)
      .toString(),
  ).toBe("hello");
});

test("a message that the capture cut tells how long it was", () => {
  const packet = sctpPacket(dataChunk(1, "hello"));
  const capture = writePcap([{ at: evening, bytes: packet.subarray(0, -6), wireBytes: packet.length }], 101);
  const result = toldOf(capture);
  expect(textsOf(result)).toEqual(["he"]);
  expect(result.datagrams[0]?.wireBytes).toBe(5);
});

test("fragments without their neighbours are a finding and are not kept for ever", () => {
  expect(told(sctpPacket(dataChunk(1, "ab", 2))).findings).toEqual({ STREAM_GAP: 1 });
  const many = Array.from({ length: 10 }, (_, index) => sctpPacket(dataChunk(index * 2, "ab", 0)));
  const limited = (limits: object) => toldOf(pcapOf(many, 101), [], limits).findings["STREAM_GAP"];
  expect(limited({ associationFragments: 4 })).toBe(7);
  expect(limited({ messageBytes: 10 })).toBe(6);
  expect(limited({ allWaitingBytes: 10 })).toBe(6);
});

test("beyond the limit of associations, the oldest is forgotten", () => {
  const from = (port: number) => {
    const packet = Buffer.from(sctpPacket(dataChunk(1, "ab", 2)));
    packet.writeUInt16BE(port, 20);
    return packet;
  };
  const { findings } = toldOf(pcapOf([from(1), from(2), from(3)], 101), [], { associations: 2 });
  expect(findings).toEqual({ STREAM_LIMIT: 1, STREAM_GAP: 2 });
});

test.each([
  ["a chunk length of zero", "00000000 00000000"],
  ["a chunk length shorter than its header", "00030008 00000001 00000000 00000000"],
  ["a chunk that is cut", "00030030 0000"],
])("%s is passed", (_name, chunk) => {
  expect(told(sctpPacket(bytes(chunk), dataChunk(1, "hello"))).packets).toBe(1);
});
