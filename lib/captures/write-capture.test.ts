import { expect, test } from "vitest";
import { foldedSum } from "./internet-checksum";
import { addressBytes } from "./ip-address";
import { evening, textsOf, toldOf } from "./test-packets";
import { ethernetTcp, ethernetUdp, type IpParts, tcpParts, udpParts, writePcap } from "./write-capture";

const mara = { address: "192.0.2.10", port: 5060 };
const theo = { address: "198.51.100.20", port: 5080 };
const mara6 = { address: "2001:db8::10", port: 5060 };
const theo6 = { address: "2001:db8::20", port: 5080 };

test("what is written is read again", () => {
  const packets = [
    { at: evening, bytes: ethernetUdp({ source: mara, destination: theo, payload: "hello" }) },
    { at: evening + 1.5, bytes: ethernetUdp({ source: theo6, destination: mara6, payload: "hello\xff" }) },
    { at: evening + 2, bytes: ethernetTcp({ source: mara, destination: theo, sequence: 7, payload: "tcp" }) },
  ];
  const told = toldOf(writePcap(packets));
  expect(textsOf(told)).toEqual(["hello", "hello\xff"]);
  expect(told.datagrams).toMatchObject([
    { at: evening, source: mara, destination: theo },
    { at: evening + 1, source: theo6, destination: mara6 },
  ]);
  expect(told.streams).toEqual(["1 tcp", "1 end"]);
  expect(told.findings).toEqual({});
});

test("the length on the wire is kept of a packet that is written in part", () => {
  const bytes = ethernetUdp({ source: mara, destination: theo, payload: "hello" });
  const told = toldOf(writePcap([{ at: evening, bytes: bytes.subarray(0, -2), wireBytes: bytes.length }]));
  expect(textsOf(told)).toEqual(["hel"]);
  expect(told.datagrams[0]?.wireBytes).toBe(5);
});

const sendings = [
  { source: mara, destination: theo },
  { source: mara6, destination: theo6 },
];

/** RFC 1071: with its checksum in it, the sum of all is all ones. */
function sumOf({ source, destination, protocol, payload }: IpParts): number {
  const addresses = foldedSum(addressBytes(destination), foldedSum(addressBytes(source)));
  return foldedSum(payload, addresses + protocol + payload.length);
}

test.each(sendings)("checksums over $source.address are right", (sending) => {
  for (let length = 0; length < 300; length++) {
    const payload = "z".repeat(length);
    expect(sumOf(udpParts({ ...sending, payload }))).toBe(0xffff);
    expect(sumOf(tcpParts({ ...sending, payload, sequence: length }))).toBe(0xffff);
  }
});
