import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf } from "./test-capture-files";
import {
  bytes,
  dataChunk,
  frameOf,
  helloFrame,
  helloIp,
  helloIp6,
  helloUdp,
  ipv4Fragment,
  ipv6Fragment,
  outerIp,
  outerUdp,
  pcapOf,
  sctpPacket,
  toAlice,
  toBob,
  toldOf,
} from "./test-packets";
import { ethernetFrame } from "./write-capture";

const upgrade = "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n";
const accepted =
  "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
const compressed = deflateRawSync("hello hello hello", { finishFlush: 2 }).subarray(0, -4);

/** A little of everything a reader has to do with. */
const frames: Uint8Array[] = [
  helloFrame,
  ethernetFrame(helloIp6),
  frameOf("8100", "0064 8847 00065140", helloIp),
  frameOf("8864", "1100 0001 0044 0021", helloIp),
  ethernetFrame(outerIp(47, "1000 88be 00000001 1064000000000000", helloFrame)),
  ethernetFrame(outerUdp(2152, "34ff 004f 00000001 0000 00 85 01 0009 85 01 0009 00", helloIp)),
  ethernetFrame(ipv4Fragment(helloUdp.payload, { from: 0, to: 16 })),
  ethernetFrame(ipv4Fragment(helloUdp.payload, { from: 16, to: helloUdp.payload.length })),
  ethernetFrame(ipv6Fragment(helloUdp.payload, { from: 0, to: 24 })),
  toBob(99, "", "S"),
  toBob(100, upgrade),
  toAlice(500, accepted),
  toBob(100 + upgrade.length, bytes("8103 616263 01 01 64")),
  toAlice(500 + accepted.length, bytes("c1", Buffer.from([compressed.length]), compressed)),
  toAlice(900, "after a hole"),
  toBob(100 + upgrade.length + 8, bytes("8001 65"), "FA"),
  ethernetFrame(sctpPacket(dataChunk(1, "ab", 2), dataChunk(2, "cd", 1), dataChunk(9, "e", 0))),
];

const pcap = pcapOf(frames);
const { section, device, packet, simple, block } = blocksOf("big");
const pcapng = bytes(
  section(),
  device({ options: "0009 0001 09" }),
  block(4, Buffer.alloc(20)),
  ...frames.map((content, low) => packet({ high: 0, low, bytes: content })),
  simple(helloFrame),
);

test("the captures of this file hold what they should", () => {
  for (const capture of [pcap, pcapng]) {
    const { datagrams, findings } = toldOf(capture);
    expect(datagrams.map(({ transport }) => transport).filter((name) => name === "ws")).toHaveLength(3);
    expect(datagrams.length).toBeGreaterThan(10);
    expect(findings).toEqual({ STREAM_GAP: 2, WEBSOCKET_BROKEN: 1, FRAGMENTS_MISSING: 1 });
  }
});

test("where the bytes of a capture are cut into pieces makes no difference", () => {
  const [whole, wholeNg] = [toldOf(pcap), toldOf(pcapng)];
  const cuts = fc.array(fc.nat(pcapng.length), { maxLength: 40 });
  fc.assert(
    fc.property(cuts, (places) => {
      const inOrder = places.sort((one, other) => one - other);
      expect(
        toldOf(
          pcap,
          inOrder.filter((place) => place <= pcap.length),
        ),
      ).toEqual(whole);
      expect(toldOf(pcapng, inOrder)).toEqual(wholeNg);
    }),
    { numRuns: 200 },
  );
});

test("a capture may come byte by byte", () => {
  const every = Array.from({ length: pcapng.length }, (_, place) => place + 1);
  expect(toldOf(pcapng, every)).toEqual(toldOf(pcapng));
  expect(toldOf(pcap, every.slice(0, pcap.length))).toEqual(toldOf(pcap));
});

test("no damage to a capture raises an error, and no packet is told twice", () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 4, 6, 8, 0x45, 0x60, 0x7f, 0x80, 0xff)), {
    minLength: 1,
    maxLength: 12,
  });
  const property = fc.property(damage, fc.boolean(), fc.nat(), (changes, isNg, cut) => {
    const capture = Buffer.from(isNg ? pcapng : pcap);
    for (const [place, value] of changes) capture[place % capture.length] = value;
    const told = toldOf(capture.subarray(0, capture.length - (cut % 7)), [cut % 1_000]);
    expect(told.packets).toBeLessThanOrEqual(frames.length + 1);
  });
  fc.assert(property, { numRuns: 2_000, seed: 3 });
});
