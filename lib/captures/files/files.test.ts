import { describe, expect, test } from "vitest";
import { type ByteOrderName, blocksOf, pcapWith } from "../test-capture-files";
import {
  bytes,
  evening,
  everyMillisecond,
  hello,
  helloFrame,
  helloIp,
  helloIp6,
  pcapOf,
  textsOf,
  toldOf,
} from "../test-packets";
import { writePcap } from "../write-capture";

const orders: ByteOrderName[] = ["little", "big"];
const second = evening / 1_000_000;

describe.each(orders)("a %s-endian pcap is read", (order) => {
  test.each<[name: string, magic: number, fraction: number, at: number]>([
    ["with microseconds", 0xa1b2c3d4, 250_000, evening + 250_000],
    ["with nanoseconds", 0xa1b23c4d, 250_000_500, evening + 250_000.5],
    ["in Kuznetzov's format", 0xa1b2cd34, 250_000, evening + 250_000],
  ])("%s", (_name, magic, fraction, at) => {
    const capture = pcapWith({ order, magic, packets: [{ second, fraction, bytes: helloFrame }] });
    const told = toldOf(capture);
    expect(textsOf(told)).toEqual([hello]);
    expect(told.datagrams[0]?.at).toBe(at);
    expect(told.findings).toEqual({});
    const { offset = -1 } = told.datagrams[0] ?? {};
    expect(Buffer.from(capture).toString("latin1", offset, offset + hello.length)).toBe(hello);
  });
});

describe.each(orders)("a %s-endian pcapng is read", (order) => {
  const { section, device, packet, simple, old, block } = blocksOf(order);
  const names = block(4, Buffer.alloc(20));
  const custom = block(0xbad, Buffer.alloc(8));
  const time = { high: 0x612a5, low: 0x8a6c1c00 };
  const at = time.high * 2 ** 32 + time.low;

  test.each<[name: string, blocks: Uint8Array[]]>([
    ["with enhanced packets", [section(), device(), packet({ ...time, bytes: helloFrame })]],
    ["with packets of the first draft", [section(), device(), old({ ...time, bytes: helloFrame })]],
    [
      "with blocks that are of no use here",
      [section(), names, device(), custom, packet({ ...time, bytes: helloFrame }), names],
    ],
    [
      "with several interfaces",
      [
        section(),
        device({ linkType: 105 }),
        device({ linkType: 101 }),
        packet({ id: 1, ...time, bytes: helloIp }),
      ],
    ],
    [
      "with options",
      [
        section(),
        device({ options: "0002 0004 65746830" }),
        packet({ ...time, bytes: helloFrame, options: true }),
      ],
    ],
  ])("%s", (_name, blocks) => {
    const capture = bytes(...blocks);
    const told = toldOf(capture);
    expect(textsOf(told)).toEqual([hello]);
    expect(told.datagrams[0]?.at).toBe(at);
    expect(told.findings).toEqual({});
    const { offset = -1 } = told.datagrams[0] ?? {};
    expect(capture.toString("latin1", offset, offset + hello.length)).toBe(hello);
  });

  test.each<[name: string, options: string, ticks: bigint]>([
    ["microseconds", "", 1_709_330_400_250_000n],
    ["nanoseconds", "0009 0001 09", 1_709_330_400_250_000_000n],
    ["milliseconds", "0009 0001 03", 1_709_330_400_250n],
    ["seconds and an offset", "0009 0001 00 000e 0008 0000000000000064", 1_709_330_300n],
    ["1024ths of a second", "0009 0001 8a", 1_750_354_329_600n + 256n],
    ["2^32nds of a second", "0009 0001 a0", (1_709_330_400n << 32n) + (1n << 30n)],
    ["picoseconds after an offset", "0009 0001 0c 000e 0008 0000000065e24fe0", 250_000_000_000n],
  ])("with times in %s", (name, options, ticks) => {
    const time = { high: Number(ticks >> 32n), low: Number(ticks & 0xffff_ffffn) };
    const told = toldOf(bytes(section(), device({ options }), packet({ ...time, bytes: helloFrame })));
    expect(told.datagrams[0]?.at).toBe(name.startsWith("seconds") ? evening : evening + 250_000);
  });

  test("with packets that have no time, which take that of the one before", () => {
    const capture = bytes(section(), device(), packet({ ...time, bytes: helloFrame }), simple(helloFrame));
    expect(toldOf(capture).datagrams.map((datagram) => datagram.at)).toEqual([at, at]);
  });

  test("with simple packets that the interface cut", () => {
    const capture = bytes(section(), device({ snapBytes: 50 }), simple(helloFrame, 50));
    const told = toldOf(capture);
    expect(textsOf(told)).toEqual([hello.slice(0, 8)]);
    expect(told.findings).toEqual({ PACKET_CUT: 1 });
  });

  test("with a section after it that has another byte order and other interfaces", () => {
    const other = blocksOf(order === "big" ? "little" : "big");
    const [one, two] = [packet({ ...time, bytes: helloFrame }), other.packet({ ...time, bytes: helloIp6 })];
    const capture = bytes(section(), device(), one, other.section(), other.device({ linkType: 229 }), two);
    const told = toldOf(capture);
    expect(textsOf(told)).toEqual([hello, hello]);
    expect(told.findings).toEqual({});
  });

  test("also beyond a block whose length is wrong", () => {
    const whole = packet({ ...time, bytes: helloFrame });
    for (const length of [0, 7, 30, 9_999, 0xffff_ffff]) {
      const damaged = Buffer.from(whole);
      if (order === "big") damaged.writeUInt32BE(length, 4);
      else damaged.writeUInt32LE(length, 4);
      const told = toldOf(bytes(section(), device(), whole, damaged, whole, whole));
      expect(textsOf(told).length, `length ${length}`).toBeGreaterThanOrEqual(3);
      const code = length === 0xffff_ffff ? "BLOCK_TOO_LARGE" : "BLOCK_LENGTH_WRONG";
      expect(told.findings, `length ${length}`).toEqual({ [code]: 1 });
    }
  });

  test("also when the lengths around a packet differ", () => {
    const whole = packet({ ...time, bytes: helloFrame, options: true });
    const longer = Buffer.from(whole);
    const swap = whole.length + 64;
    if (order === "big") longer.writeUInt32BE(swap, 4);
    else longer.writeUInt32LE(swap, 4);
    const told = toldOf(bytes(section(), device(), longer, whole, whole));
    expect(textsOf(told)).toEqual([hello, hello, hello]);
    expect(told.findings).toEqual({ BLOCK_LENGTH_WRONG: 1 });
  });

  test("and a packet of an interface that was never described is a finding", () => {
    const told = toldOf(bytes(section(), device(), packet({ id: 3, ...time, bytes: helloFrame })));
    expect(told.findings).toEqual({ INTERFACE_UNKNOWN: 1 });
    expect(told.packets).toBe(1);
  });

  test("and a packet that says it is longer than its block is read to the block's end", () => {
    const damaged = packet({ ...time, bytes: helloFrame, says: 5_000 });
    const told = toldOf(bytes(section(), device(), damaged));
    expect(textsOf(told)).toEqual([hello]);
    expect(Object.keys(told.findings)).toEqual(["PACKET_LENGTH_WRONG"]);
  });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["three bytes", bytes("d4c3b2")],
  ["text", Buffer.from("INVITE sip:bob@example.com SIP/2.0\r\n\r\n")],
  ["gzip", bytes("1f8b0800000000000003")],
])("%s is no capture, and nothing else is said of it", (_name, content) => {
  const told = toldOf(content);
  expect(told).toEqual({
    datagrams: [],
    pieces: [],
    streams: [],
    ipPackets: [],
    findings: { NOT_A_CAPTURE: 1 },
    packets: 0,
  });
});

describe("a file that was cut is read as far as it goes", () => {
  const capture = pcapOf([helloFrame, helloFrame]);

  test.each([
    ["inside the second packet", capture.subarray(0, -1), 1],
    ["inside its header", capture.subarray(0, 24 + 16 + helloFrame.length + 7), 1],
    ["inside the file's header", capture.subarray(0, 20), 0],
    [
      "inside a block of pcapng",
      bytes(blocksOf("little").section(), blocksOf("little").device()).subarray(0, -3),
      0,
    ],
  ])("%s", (_name, part, packets) => {
    const told = toldOf(part);
    expect(told.packets).toBe(packets);
    expect(told.findings).toEqual({ FILE_CUT: 1 });
  });

  test("between two packets, which cannot be told from the end", () => {
    expect(toldOf(capture.subarray(0, 24 + 16 + helloFrame.length)).findings).toEqual({});
  });
});

describe("a length that cannot be believed", () => {
  const lengthAt = 24 + 16 + helloFrame.length + 8;
  const withLength = (length: number) => {
    const capture = Buffer.from(pcapOf([helloFrame, helloFrame, helloFrame, helloFrame]));
    capture.writeUInt32LE(length, lengthAt);
    return capture;
  };

  test("of 4 GiB is a finding, and the packets after it are found again", () => {
    const told = toldOf(withLength(0xffff_ffff));
    expect(told.findings).toEqual({ BLOCK_TOO_LARGE: 1 });
    expect(textsOf(told)).toEqual([hello, hello, hello]);
  });

  test("of a megabyte is passed over to the end of the file", () => {
    const told = toldOf(withLength(1_048_576));
    expect(told.findings).toEqual({ BLOCK_TOO_LARGE: 1, FILE_CUT: 1 });
    expect(told.packets).toBe(1);
  });

  test("that is more than was on the wire is a finding", () => {
    const told = toldOf(writePcap([{ at: evening, bytes: helloFrame, wireBytes: 20 }]));
    expect(told.findings).toEqual({ PACKET_LENGTH_WRONG: 1 });
    expect(textsOf(told)).toEqual([hello]);
  });
});

test("a packet too long to keep is passed over, and the next one is read", () => {
  const capture = pcapOf([Buffer.alloc(400_000), helloFrame]);
  const cuts = Array.from({ length: 40 }, (_, index) => (index + 1) * 10_000);
  const told = toldOf(capture, cuts);
  expect(told.findings).toEqual({ BLOCK_TOO_LARGE: 1 });
  expect(textsOf(told)).toEqual([hello]);
  const offset = told.datagrams[0]?.offset ?? -1;
  expect(Buffer.from(capture).toString("latin1", offset, offset + hello.length)).toBe(hello);
});

test("a clock that goes back by more than a second is a finding", () => {
  const back = (step: number) =>
    writePcap([...everyMillisecond(helloFrame), { at: evening - step, bytes: helloFrame }]);
  expect(toldOf(back(900_000)).findings).toEqual({});
  expect(toldOf(back(1_100_000)).findings).toEqual({ TIME_GOES_BACK: 1 });
});
