import { expect, test } from "vitest";
import { createMediaWatch, type MediaWatch } from "./media-watch";
import type { TcpFlow } from "./packet";
import {
  certificate,
  certificateMessage,
  clientHello,
  handshake,
  record,
  serverNameExtension,
} from "./recognise/test-handshake";
import { datagramOf, evening, fromHex, keyPayload, mara, rtpBytes, theo } from "./test-media";

/** Whole numbers below `limit`, the same ones for the same seed. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % limit;
  };
}

const transaction = "0102030405060708090a0b0c";
const ports = [53, 500, 4500, 1719, 4569, 5004, 40_000];
const datagrams = [
  rtpBytes({ sequence: 1, timestamp: 160 }),
  rtpBytes({
    sequence: 2,
    timestamp: 320,
    payloadType: 101,
    payload: keyPayload({ event: 1, isEnd: true, ticks: 800 }),
  }),
  fromHex(
    "81 c8 000c 12345678 00000000 00000000 00000000 000003e8 00027100 22222222 00 fffffe 00000000 00000000 00000000 00000000",
  ),
  fromHex("81 ca 0005 11111111 01 05 6d61726140 06 05 50686f6e65 00 00"),
  fromHex(`0101 000c 2112a442 ${transaction} 0020 0008 0001 3326 ea12d54b`),
  fromHex(`1000 0001 5a525450 12345678 505a 0003 48656c6c6f202020 312e3130 ${"41".repeat(16)} 00000000`),
  fromHex("a1a2a3a4a5a6a7a8 0000000000000000 21 20 22 08 00000000 0000001c"),
  fromHex("8001 0000 00000000 00 00 06 01 0b 02 0002 02 04 32303230 01 04 33303330"),
  fromHex(
    "9abc 8180 0001 0001 0000 0000 03736970 00 0021 0001 c00c 0021 0001 00000000 0009 000a 003c 13c4 c00c 00",
  ),
  Buffer.concat([
    fromHex("16 fefd 0000 000000000001 0034 01 000028 0000 000000 000028"),
    clientHello([], "fefd", "00").subarray(0, 40),
  ]),
];
const pieces = [
  record(22, handshake(1, clientHello([serverNameExtension("sip.example.com")]))),
  record(22, handshake(11, certificateMessage(certificate))),
  fromHex(
    "0300 0028 08 02 1234 05 6c 06 01 81 32303230 70 05 81 33303330 7e 000a 05 20 a0 06 0008914a0004 00",
  ),
];

function mutated(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let change = below(4); change > 0; change--) copy[below(copy.length)] = below(256);
  return below(4) === 0 ? copy.subarray(0, below(copy.length + 1)) : copy;
}

function pick<Item>(
  items: readonly [Item, ...Item[]] | readonly Item[],
  below: (limit: number) => number,
): Item {
  return items[below(items.length)] as Item;
}

function feed(watch: MediaWatch, below: (limit: number) => number, index: number): void {
  const at = evening + index * 1000;
  const destination = { ...theo, port: pick(ports, below) };
  const bytes = mutated(pick(datagrams, below), below);
  watch.datagram(
    datagramOf(bytes, { destination, at, wireBytes: bytes.length + (below(8) === 0 ? below(2000) : 0) }),
  );
  const speech = rtpBytes({
    sequence: index,
    timestamp: index * 8,
    ssrc: below(60),
    payloadType: below(2) * 101,
  });
  watch.datagram(datagramOf(below(10) === 0 ? mutated(speech, below) : speech, { at }));
  const flow: TcpFlow = { id: below(50), source: mara, destination };
  if (below(20) === 0) watch.streamGap(flow, at);
  watch.streamBytes({ flow, at, frame: index, bytes: mutated(pick(pieces, below), below) });
  const ends = { source: mara.address, destination: theo.address };
  watch.ipPacket({
    at,
    frame: index,
    ...ends,
    protocol: 50,
    bytes,
    contentStart: 0,
    wireBytes: bytes.length,
  });
  watch.expect({ call: below(40), at, endpoint: { ...theo, port: pick(ports, below) }, payloads: [] });
  if (below(10) === 0) watch.takeStreams(below(40));
}

test("no bytes, however broken, stop the watch, and what it keeps stays within its limits", () => {
  const below = numbersFrom(20_260_302);
  const limits = { streams: 50, suspects: 50, expectations: 5, sightings: 40, flows: 20 };
  const watch = createMediaWatch(limits);
  for (let index = 0; index < 20_000; index++) feed(watch, below, index);
  const found = watch.end();
  expect(found.streams.length).toBeLessThanOrEqual(limits.streams);
  expect(found.sightings.length).toBeLessThanOrEqual(limits.sightings);
  expect(found.streams.length).toBeGreaterThan(0);
  expect(found.sightings.length).toBeGreaterThan(0);
  for (const { details } of found.sightings) expect(details.length).toBeLessThanOrEqual(48);
});
