import { describe, expect, test } from "vitest";
import {
  alice,
  bob,
  bob6,
  evening,
  hello,
  helloIp,
  ipv4Fragment,
  ipv6Fragment,
  pcapOf,
  textsOf,
  toldOf,
} from "../test-packets";
import { type PacketToWrite, udpParts, writePcap } from "../write-capture";

const long = hello.padEnd(400, "x");
const udp = udpParts({ source: alice, destination: bob, payload: long }).payload;
const bounds = [0, 104, 200, 304, 408];
const [first, second, third, last] = bounds.slice(0, 4).map((from, index) => {
  return ipv4Fragment(udp, { from, to: bounds[index + 1] ?? 0 });
});

const known = (fragment: Buffer | undefined): Buffer => fragment ?? Buffer.alloc(0);
const all = [first, second, third, last].map(known);
const inOrder = (...places: number[]) => places.map((place) => known(all[place]));
const told = (...packets: Uint8Array[]) => toldOf(pcapOf(packets, 101));

describe("a datagram is put together from its fragments", () => {
  test.each([
    ["in order", [0, 1, 2, 3]],
    ["backwards", [3, 2, 1, 0]],
    ["in any order", [2, 0, 3, 1]],
    ["each captured twice", [0, 0, 1, 1, 2, 2, 3, 3]],
    ["captured twice, one after the other", [0, 1, 2, 3, 3]],
  ])("%s", (_name, places) => {
    const result = told(...inOrder(...places));
    expect(textsOf(result)).toEqual([long]);
    expect(result.findings).toEqual({});
    expect(result.datagrams[0]?.offset).toBeUndefined();
  });

  test("of IPv6", () => {
    const packets = [ipv6Fragment(udp, { from: 0, to: 200 }), ipv6Fragment(udp, { from: 200, to: 408 })];
    const result = told(...packets.reverse());
    expect(textsOf(result)).toEqual([long]);
    expect(result.datagrams[0]?.destination).toEqual(bob6);
    expect(result.findings).toEqual({});
  });

  test("of several packets at a time", () => {
    const other = [0, 1, 2, 3].map((place) => {
      return ipv4Fragment(udp, { from: bounds[place] ?? 0, to: bounds[place + 1] ?? 0, id: 8 });
    });
    const mixed = all.flatMap((fragment, place) => [fragment, known(other[place])]);
    expect(textsOf(told(...mixed))).toEqual([long, long]);
  });

  test("that tells the time and the packet of the last of them", () => {
    expect(told(...all).datagrams[0]).toMatchObject({
      at: evening + 3_000,
      frame: 4,
      wireBytes: long.length,
    });
  });
});

describe("what came first of fragments that overlap stays, and the overlap is a finding", () => {
  const spoilt = Buffer.from(udp);
  spoilt.fill("!", 100);

  test.each<[name: string, packets: Buffer[]]>([
    [
      "over a whole one",
      [known(first), known(second), ipv4Fragment(spoilt, { from: 104, to: 200 }), known(third), known(last)],
    ],
    [
      "over two",
      [known(first), known(second), ipv4Fragment(spoilt, { from: 96, to: 200 }), known(third), known(last)],
    ],
    [
      "around one",
      [
        known(second),
        known(third),
        known(last),
        ipv4Fragment(spoilt, { from: 96, to: 304 }),
        ipv4Fragment(udp, { from: 0, to: 96 }),
      ],
    ],
  ])("%s", (_name, packets) => {
    const result = told(...packets);
    expect(result.findings).toEqual({ FRAGMENTS_OVERLAP: 1 });
    expect(textsOf(result)[0]?.replaceAll("!", "x")).toBe(long);
    expect(
      Buffer.from(result.datagrams[0]?.bytes ?? [])
        .subarray(96)
        .includes("!"),
    ).toBe(false);
  });
});

describe("a packet whose fragments never came is told as far as it came", () => {
  test("at the end of the capture", () => {
    const result = told(...inOrder(0, 1, 3));
    expect(textsOf(result)).toEqual([long.slice(0, 192)]);
    expect(result.datagrams[0]?.wireBytes).toBe(long.length);
    expect(result.findings).toEqual({ FRAGMENTS_MISSING: 1 });
  });

  test("after half a minute", () => {
    const later: PacketToWrite[] = [
      { at: evening, bytes: known(first) },
      { at: evening + 31_000_000, bytes: helloIp },
      { at: evening + 31_000_001, bytes: known(second) },
    ];
    const result = toldOf(writePcap(later, 101));
    expect(textsOf(result)).toEqual([long.slice(0, 96), hello]);
    expect(result.findings).toEqual({ FRAGMENTS_MISSING: 2 });
  });

  test("when its beginning is missing, nothing is told", () => {
    const result = told(...inOrder(1, 2, 3));
    expect(result.datagrams).toEqual([]);
    expect(result.findings).toEqual({ FRAGMENTS_MISSING: 1 });
  });

  test("when the capture cut a fragment", () => {
    const packets = all.map((fragment, index) => ({
      at: evening + index,
      bytes: fragment.subarray(0, 85),
      wireBytes: fragment.length,
    }));
    const result = toldOf(writePcap(packets, 101));
    expect(textsOf(result)).toEqual([long.slice(0, 57)]);
    expect(result.findings).toEqual({ PACKET_CUT: 4, FRAGMENTS_MISSING: 1 });
  });
});

test.each([{ fragmentedPackets: 5 }, { fragmentBytes: 104 * 5 }])(
  "packets that wait are bounded by %j",
  (limits) => {
    const many = Array.from({ length: 20 }, (_, id) => ipv4Fragment(udp, { from: 0, to: 104, id }));
    const texts = textsOf(toldOf(pcapOf([...many, helloIp], 101), [], limits));
    // All but five were given up, as far as they came, before the last packet was read.
    expect(texts.indexOf(hello)).toBe(15);
    expect(texts).toHaveLength(21);
  },
);

test("fragments beyond the longest packet are a finding", () => {
  const fragment = Buffer.from(known(first));
  fragment.writeUInt16BE(0x1fff, 6);
  expect(told(fragment).findings).toEqual({ PACKET_LENGTH_WRONG: 1 });
});
