import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PacketFlow } from "../flows/packet-flow";
import { collectedIn, fromMara, inTimeOrder, mara, sent, speechOf, theo } from "../flows/test-flows";
import { type ByteOrderName, blocksOf, pcapWith } from "../test-capture-files";
import { bytes as bytesOf } from "../test-packets";
import { type PacketToWrite, writePcap } from "../write-capture";
import { type Rewriting, rewriteCapture } from "./rewrite-capture";
import type { RewriteFinding } from "./rewrite-finding";

const rtp = `${fromMara} ssrc 1a2b3c4d`;

/** Speech from Mara over the end of a second, and something else in the middle of each gap. */
const packets = inTimeOrder([
  ...speechOf({ count: 8, startMs: 920 }),
  ...Array.from({ length: 8 }, (_, index) =>
    sent(930 + index * 20, Buffer.from([index]), { source: theo, destination: mara }),
  ),
]);

function speechIn(capture: Uint8Array): PacketFlow {
  const [flow] = collectedIn(capture, new Set([rtp])).flows;
  if (!flow) throw new Error("The capture holds no speech.");
  return flow;
}

async function* inPieces(capture: Uint8Array, size = capture.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < capture.length; at += size) {
    // A copy that is spoilt afterwards: no view of it may be kept.
    const piece = Uint8Array.from(capture.subarray(at, at + size));
    yield piece;
    piece.fill(0xee);
  }
}

type Done = { bytes: Buffer; findings: RewriteFinding[]; delayed: number };

async function rewritten(
  capture: Uint8Array,
  delayOf: (index: number) => number,
  { size, ...more }: Partial<Rewriting> & { size?: number } = {},
): Promise<Done> {
  const result = rewriteCapture(inPieces(capture, size), {
    flow: more.flow ?? speechIn(capture),
    delayOf,
    ...more,
  });
  const parts: Uint8Array[] = [];
  for await (const part of result.bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), findings: result.findings(), delayed: result.delayed() };
}

const orders: ByteOrderName[] = ["little", "big"];

function pcapOf(order: ByteOrderName, magic: number, ticksPerMicrosecond: number): Buffer {
  const times = packets.map(({ at, bytes }) => ({
    second: Math.floor(at / 1_000_000),
    fraction: (at % 1_000_000) * ticksPerMicrosecond,
    bytes,
  }));
  return pcapWith({ order, magic, packets: times });
}

/** One interface, of so many ticks a second as its option says. */
function pcapngOf(order: ByteOrderName, ticksPerSecond: bigint, options: string, old = false): Buffer {
  const { section, device, packet, old: oldPacket } = blocksOf(order);
  const blocks = packets.map(({ at, bytes }) => {
    const ticks = (BigInt(at) * ticksPerSecond) / 1_000_000n;
    const block = { high: Number(ticks >> 32n), low: Number(ticks & 0xffff_ffffn), bytes, options: true };
    return old ? oldPacket(block) : packet(block);
  });
  return bytesOf(section(), device({ options }), ...blocks);
}

const files: [what: string, capture: Buffer][] = orders.flatMap((order): [string, Buffer][] => [
  [`${order}-endian pcap of microseconds`, pcapOf(order, 0xa1b2c3d4, 1)],
  [`${order}-endian pcap of nanoseconds`, pcapOf(order, 0xa1b23c4d, 1_000)],
  [`${order}-endian pcap with longer record headers`, pcapOf(order, 0xa1b2cd34, 1)],
  [`${order}-endian pcapng of microseconds`, pcapngOf(order, 1_000_000n, "")],
  [`${order}-endian pcapng of nanoseconds`, pcapngOf(order, 1_000_000_000n, "0009000109")],
  [`${order}-endian pcapng of tenths of nanoseconds`, pcapngOf(order, 10n ** 10n, "000900010a")],
  [`${order}-endian pcapng of milliseconds`, pcapngOf(order, 1_000n, "0009000103")],
  [`${order}-endian pcapng of halved seconds`, pcapngOf(order, 2n ** 20n, "0009000194")],
  [`${order}-endian pcapng of old packets`, pcapngOf(order, 1_000_000n, "", true)],
]);

/** The moments of all packets, and what is in them, as a reader finds them. */
function told(
  capture: Uint8Array,
): { at: number; flow: string; sequence: number | undefined; frame: number }[] {
  return collectedIn(capture)
    .flows.flatMap(({ summary, at, sequence, frame }) =>
      Array.from(at, (moment, index) => ({
        at: moment,
        flow: summary.id,
        sequence: sequence?.[index],
        frame: frame?.[index] ?? 0,
      })),
    )
    .sort((one, other) => one.frame - other.frame);
}

describe.each(files)("a %s", (_what, capture) => {
  const before = told(capture);

  test("without delays is copied bit for bit", async () => {
    expect(await rewritten(capture, () => 0)).toEqual({ bytes: capture, findings: [], delayed: 0 });
  });

  test("has its delayed packets where their new times say, and nothing else is changed", async () => {
    const delayOf = (index: number) => (index % 2 === 0 ? 15_000 : 0);
    const { bytes, findings, delayed } = await rewritten(capture, delayOf);
    expect(bytes.length).toBe(capture.length);
    expect([findings, delayed]).toEqual([[], 4]);
    let index = 0;
    const wanted = before.map((packet) => (packet.flow === rtp ? packet.at + delayOf(index++) : packet.at));
    const after = told(bytes);
    const inOrder = [...wanted].sort((one, other) => one - other);
    // The coarsest of these clocks writes 15 ms to within a microsecond.
    expect(after.every(({ at }, place) => Math.abs(at - (inOrder[place] ?? 0)) < 1)).toBe(true);
    expect(after.map(({ flow }) => flow).slice(0, 4)).toEqual([before[1]?.flow, rtp, rtp, before[1]?.flow]);
  });

  test("gives the same bytes however it comes in pieces", async () => {
    const delayOf = (index: number) => index * 3_000;
    const { bytes } = await rewritten(capture, delayOf);
    for (const size of [1, 7, 100])
      expect((await rewritten(capture, delayOf, { size })).bytes).toEqual(bytes);
  });
});

test("for any delays the file is what sorting its records by their new times would give", async () => {
  const capture = writePcap(packets);
  const flow = speechIn(capture);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), async (steps) => {
      const delayOf = (index: number) => (steps[index] ?? 0) * 10_000;
      const { bytes, findings } = await rewritten(capture, delayOf, { flow });
      expect(findings).toEqual([]);
      const moved = recordsOf(capture).map(({ at, content }, place) => {
        const index = flow.frame?.indexOf(place + 1) ?? -1;
        return { at: index < 0 ? at : at + delayOf(index), content };
      });
      expect(recordsOf(bytes)).toEqual(moved.sort((one, other) => one.at - other.at));
    }),
    { seed: 7, numRuns: 200 },
  );
});

/** The records of a little-endian pcap of microseconds. */
function recordsOf(capture: Uint8Array): { at: number; content: string }[] {
  const file = Buffer.from(capture);
  const found: { at: number; content: string }[] = [];
  for (let start = 24; start < file.length; ) {
    const end = start + 16 + file.readUInt32LE(start + 8);
    const at = file.readUInt32LE(start) * 1_000_000 + file.readUInt32LE(start + 4);
    found.push({ at, content: file.toString("hex", start + 8, end) });
    start = end;
  }
  return found;
}

/** The contents of all packets, whatever their order. */
function sortedRecords(capture: Uint8Array): string[] {
  return recordsOf(capture)
    .map(({ content }) => content)
    .sort();
}

describe("pcapng", () => {
  const { section, device, packet, simple, block } = blocksOf("little");
  const blockOf = ({ at, bytes }: PacketToWrite) =>
    packet({ high: Math.floor(at / 2 ** 32), low: at % 2 ** 32, bytes });
  const comment = block(0x0bad, Buffer.from("note"));
  const speech = speechOf({ count: 6 }).map(blockOf);

  test("blocks that are no packets keep their places among those that are not delayed", async () => {
    const capture = bytesOf(section(), device(), ...speech.slice(0, 5), comment, ...speech.slice(5), comment);
    const { bytes } = await rewritten(capture, (index) => (index === 4 ? 30_000 : 0));
    const wanted = [section(), device(), ...speech.slice(0, 4), comment, ...speech.slice(5), comment];
    expect(bytes.subarray(0, bytesOf(...wanted).length)).toEqual(bytesOf(...wanted));
  });

  test("a delayed packet does not leave its section", async () => {
    const capture = bytesOf(section(), device(), ...speech, section(), device(), comment);
    const { bytes } = await rewritten(capture, (index) => (index === 5 ? 500_000 : 0));
    expect(bytes.subarray(-bytesOf(section(), device(), comment).length)).toEqual(
      bytesOf(section(), device(), comment),
    );
  });

  test("a packet without a time cannot be delayed", async () => {
    const [last] = speechOf({ count: 1, first: 106, startMs: 120 });
    const capture = bytesOf(section(), device(), ...speech, simple(last?.bytes ?? Buffer.alloc(0)));
    const { bytes, findings } = await rewritten(capture, (index) => (index === 6 ? 1_000 : 0));
    expect(bytes).toEqual(capture);
    expect(findings).toEqual([{ code: "PACKET_NOT_THERE", count: 1 }]);
  });
});

describe("what cannot be done is told, and never stops the copy", () => {
  const capture = writePcap(packets);
  const flow = speechIn(capture);

  test.each<[what: string, bytes: Uint8Array]>([
    ["another file", Buffer.from("INVITE sip:bob@example.com SIP/2.0\r\n")],
    ["a file of three bytes", Buffer.from("abc")],
  ])("%s is copied", async (_what, bytes) => {
    const done = await rewritten(bytes, () => 9, { flow });
    expect(done.bytes).toEqual(Buffer.from(bytes));
    expect(done.findings.map(({ code }) => code)).toEqual(["NOT_A_CAPTURE", "PACKET_NOT_THERE"]);
  });

  test("a file that breaks off has its last bytes copied", async () => {
    const cut = capture.subarray(0, -5);
    const { bytes, findings } = await rewritten(cut, () => 15_000, { flow: speechIn(cut), size: 64 });
    const whole = (await rewritten(writePcap(packets.slice(0, -1)), () => 15_000)).bytes;
    const tail = capture.subarray(whole.length, -5);
    expect(bytes).toEqual(Buffer.concat([whole, tail]));
    expect(findings).toEqual([{ code: "TAIL_COPIED", count: tail.length }]);
  });

  test.each<[what: string, sound: Uint8Array]>([
    ["pcap", capture],
    ["pcapng", pcapngOf("little", 1_000_000n, "")],
  ])("from damage on a %s is copied as it is", async (_what, sound) => {
    const damaged = Buffer.concat([
      sound.subarray(0, Math.floor(sound.length / 2)),
      Buffer.alloc(4_000, 0xfe),
    ]);
    const own = speechIn(damaged);
    const { bytes, findings } = await rewritten(damaged, (index) => (index === 0 ? 1_000 : 0), { flow: own });
    expect(bytes.length).toBe(damaged.length);
    expect(bytes.subarray(-4_000)).toEqual(damaged.subarray(-4_000));
    expect(findings.map(({ code }) => code)).toContain("TAIL_COPIED");
  });

  test("a flow of another file is found nowhere, and nothing is delayed", async () => {
    const other = speechIn(writePcap(packets.map((packet) => ({ ...packet, at: packet.at + 1_000 }))));
    const { bytes, findings, delayed } = await rewritten(capture, () => 1_000, { flow: other });
    expect(bytes).toEqual(capture);
    expect([findings, delayed]).toEqual([[{ code: "PACKET_NOT_THERE", count: 8 }], 0]);
  });

  test("delays that are none are refused", async () => {
    const delays = [-1, Number.NaN, Number.POSITIVE_INFINITY, 4e9];
    const { bytes, findings } = await rewritten(capture, (index) => delays[index] ?? 0);
    expect(bytes).toEqual(capture);
    expect(findings).toEqual([{ code: "DELAY_REFUSED", count: 4 }]);
  });

  test("delays finer than the times of the file are told", async () => {
    const { findings } = await rewritten(pcapngOf("little", 1_000n, "0009000103"), () => 300);
    expect(findings).toEqual([{ code: "DELAY_COARSE", count: 8 }]);
  });

  test("a time that the file has no room for stays", async () => {
    const last = speechOf({ count: 5 }).map(({ bytes }, index) => ({
      second: 0xffff_ffff,
      fraction: 900_000 + index * 20_000,
      bytes,
    }));
    const late = pcapWith({ order: "little", magic: 0xa1b2c3d4, packets: last });
    const { bytes, findings } = await rewritten(late, (index) => (index === 4 ? 50_000 : 0));
    expect(bytes).toEqual(late);
    expect(findings).toEqual([{ code: "TIME_FULL", count: 1 }]);
  });

  test("more late packets than may be held are written before their turn, none is lost", async () => {
    const { bytes, findings, delayed } = await rewritten(capture, () => 3_000_000, { heldBytes: 700 });
    expect(delayed).toBe(8);
    expect(findings.map(({ code }) => code)).toEqual(["ORDER_NOT_KEPT"]);
    expect(sortedRecords(bytes)).toEqual(sortedRecords(capture));
  });

  test.each(files)(
    "however a %s is spoilt, it is copied whole, and its flows are still read",
    async (_what, sound) => {
      const spoiling = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(spoiling, fc.nat(sound.length), async (changes, end) => {
          const spoilt = Buffer.from(sound);
          for (const [at, byte] of changes) spoilt[at] = byte;
          const file = spoilt.subarray(0, end);
          const own = collectedIn(file).flows[0] ?? flow;
          expect((await rewritten(file, () => 0, { flow: own })).bytes).toEqual(file);
          expect((await rewritten(file, () => 25_000, { flow: own })).bytes.length).toBe(file.length);
        }),
        { seed: 8, numRuns: 60 },
      );
    },
  );

  test("a clock that is set back does not keep late packets to the end", async () => {
    const second = speechOf({ count: 5, ssrc: 9 }).map((packet) => ({
      ...packet,
      at: packet.at - 3_000_000,
    }));
    const two = writePcap([...packets, ...second]);
    const { bytes } = await rewritten(two, (index) => (index === 7 ? 500_000 : 0));
    expect(
      told(bytes)
        .slice(-5)
        .every(({ flow: id }) => id.endsWith("ssrc 00000009")),
    ).toBe(true);
  });
});
