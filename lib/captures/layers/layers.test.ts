import { describe, expect, test } from "vitest";
import {
  alice,
  alice6,
  bob,
  bob6,
  bytes,
  evening,
  frameOf,
  hello,
  helloFrame,
  helloIp,
  helloIp6,
  helloUdp6,
  ipv6Fragment,
  outerIp,
  outerIp6,
  outerUdp,
  pcapOf,
  textsOf,
  toldOf,
} from "../test-packets";
import { ethernetFrame, ipPacket, udpParts, writePcap } from "../write-capture";

const mac = "00005e005302 00005e005301";
const gtp = "30ff 0043 00000001";
const udp6 = helloUdp6.payload;

/** Everything around the same datagram: name, link type, packet. */
const wrappings: [name: string, linkType: number, packet: Uint8Array][] = [
  ["Ethernet", 1, helloFrame],
  ["Ethernet with padding", 1, bytes(helloFrame, "0000000000")],
  ["IEEE 802.2 with SNAP", 1, bytes(mac, "0048 aaaa03000000 0800", helloIp)],
  ["loopback, little-endian", 0, bytes("02000000", helloIp)],
  ["loopback, big-endian", 0, bytes("00000002", helloIp)],
  ["loopback of OpenBSD", 108, bytes("00000002", helloIp)],
  ["raw IP", 101, helloIp],
  ["raw IP by its number on BSD", 12, helloIp],
  ["raw IP by its number on OpenBSD", 14, helloIp],
  ["IPv4", 228, helloIp],
  ["PPP", 9, bytes("ff03 0021", helloIp)],
  ["PPP with short header", 9, bytes("21", helloIp)],
  ["PPPoE without Ethernet", 51, bytes("1100 0001 0000 0021", helloIp)],
  ["Cisco HDLC", 104, bytes("0f00 0800", helloIp)],
  ["Linux any device", 113, bytes("0000 0001 0006 00005e0053010000 0800", helloIp)],
  ["Linux any device with VLAN", 113, bytes("0000 0001 0006 00005e0053010000 8100 0064 0800", helloIp)],
  ["Linux any device, version 2", 276, bytes("0800 0000 00000002 0001 00 06 00005e0053010000", helloIp)],
  ["VLAN", 1, frameOf("8100", "0064 0800", helloIp)],
  ["QinQ", 1, frameOf("88a8", "0064 8100 0065 0800", helloIp)],
  ["QinQ before the standard", 1, frameOf("9100", "0064 8100 0065 0800", helloIp)],
  ["PPPoE", 1, frameOf("8864", "1100 0001 0044 0021", helloIp)],
  ["MPLS", 1, frameOf("8847", "00064040 00065140", helloIp)],
  ["MPLS pseudowire with control word", 1, frameOf("8847", "00065140 00000000", helloFrame)],
  ["GRE", 1, ethernetFrame(outerIp(47, "0000 0800", helloIp))],
  ["GRE with checksum", 1, ethernetFrame(outerIp(47, "8000 0800 ffff0000", helloIp))],
  ["GRE with key", 1, ethernetFrame(outerIp(47, "2000 0800 00000001", helloIp))],
  [
    "GRE with checksum, key and sequence",
    1,
    ethernetFrame(outerIp(47, "b000 0800 ffff0000 00000001 00000002", helloIp)),
  ],
  ["GRE of PPTP", 1, ethernetFrame(outerIp(47, "3081 880b 00480001 00000001 00000000 ff03 0021", helloIp))],
  ["Ethernet in GRE", 1, ethernetFrame(outerIp(47, "0000 6558", helloFrame))],
  ["ERSPAN I", 1, ethernetFrame(outerIp(47, "0000 88be", helloFrame))],
  ["ERSPAN II", 1, ethernetFrame(outerIp(47, "1000 88be 00000001 1064000000000000", helloFrame))],
  ["ERSPAN III", 1, ethernetFrame(outerIp(47, "1000 22eb 00000001 206400000000000000000000", helloFrame))],
  [
    "ERSPAN III with platform header",
    1,
    ethernetFrame(outerIp(47, "1000 22eb 00000001 206400000000000000000001 0000000000000000", helloFrame)),
  ],
  ["IPv4 in IPv4", 1, ethernetFrame(outerIp(4, helloIp))],
  ["IPv4 in IPv6", 1, ethernetFrame(outerIp6(4, helloIp))],
  ["Ethernet in IP", 1, ethernetFrame(outerIp(97, "3000", helloFrame))],
  ["MPLS in IP", 1, ethernetFrame(outerIp(137, "00065140", helloIp))],
  [
    "authentication header",
    1,
    ethernetFrame(outerIp(51, "04040000 00000001 00000001 112233445566778899aabbcc", helloIp)),
  ],
  ["GTP-U", 1, ethernetFrame(outerUdp(2152, gtp, helloIp))],
  ["GTP-U with sequence number", 1, ethernetFrame(outerUdp(2152, "32ff 0047 00000001 0001 00 00", helloIp))],
  [
    "GTP-U with extension headers",
    1,
    ethernetFrame(outerUdp(2152, "34ff 004f 00000001 0000 00 85 01 0009 85 01 0009 00", helloIp)),
  ],
  ["VXLAN", 1, ethernetFrame(outerUdp(4789, "08000000 00000100", helloFrame))],
  ["three tunnels", 1, ethernetFrame(outerIp(4, outerIp(47, "0000 0800", outerUdp(2152, gtp, helloIp))))],
];

const wrappings6: [name: string, linkType: number, packet: Uint8Array][] = [
  ["Ethernet", 1, ethernetFrame(helloIp6)],
  ["loopback of Linux", 0, bytes("0a000000", helloIp6)],
  ["loopback of macOS", 0, bytes("1e000000", helloIp6)],
  ["raw IP", 101, helloIp6],
  ["IPv6", 229, helloIp6],
  ["PPP", 9, bytes("0057", helloIp6)],
  ["6in4", 1, ethernetFrame(outerIp(41, helloIp6))],
  ["hop-by-hop options", 101, outerIp6(0, "11 00 010400000000", udp6)],
  ["routing header", 101, outerIp6(43, "11 00 000000000000", udp6)],
  ["destination options", 101, outerIp6(60, "11 01 010c 000000000000000000000000", udp6)],
  ["authentication header", 101, outerIp6(51, "11 04 0000 00000001 00000001 112233445566778899aabbcc", udp6)],
  ["fragment header around a whole packet", 101, outerIp6(44, "11 00 0000 00000007", udp6)],
  [
    "options before and after a fragment header",
    101,
    outerIp6(0, "2c 00 010400000000 3c 00 0000 00000007 11 00 010400000000", udp6),
  ],
];

describe("a datagram is found inside every wrapping of IPv4", () => {
  test.each(wrappings)("%s", (_name, linkType, packet) => {
    const told = toldOf(pcapOf([packet], linkType));
    expect(textsOf(told)).toEqual([hello]);
    expect(told.datagrams[0]).toMatchObject({ source: alice, destination: bob, at: evening, frame: 1 });
    expect(told.findings).toEqual({});
  });
});

describe("a datagram is found inside every wrapping of IPv6", () => {
  test.each(wrappings6)("%s", (_name, linkType, packet) => {
    const told = toldOf(pcapOf([packet], linkType));
    expect(textsOf(told)).toEqual([hello]);
    expect(told.datagrams[0]).toMatchObject({ source: alice6, destination: bob6 });
    expect(told.findings).toEqual({});
  });
});

test("a datagram says where in the file its bytes are", () => {
  const capture = pcapOf([helloFrame, bytes("00", helloFrame), helloFrame]);
  for (const { offset = -1, bytes: content } of toldOf(capture).datagrams) {
    expect(Buffer.from(capture).subarray(offset, offset + content.length)).toEqual(content);
  }
});

const unpadded = wrappings.filter(([name]) => name !== "Ethernet with padding");
test.each(unpadded)("no beginning of a packet raises an error: %s", (_name, linkType, packet) => {
  for (let length = 0; length < packet.length; length++) {
    const told = toldOf(pcapOf([packet.subarray(0, length)], linkType));
    expect(textsOf(told)).not.toContain(hello);
    expect(told.datagrams.length).toBeLessThan(2);
  }
});

test("tunnels in tunnels without end are a finding", () => {
  let packet = helloIp;
  for (let depth = 0; depth < 40; depth++) packet = outerIp(4, packet);
  const told = toldOf(pcapOf([packet], 101));
  expect(told.findings).toEqual({ TUNNEL_TOO_DEEP: 1 });
  expect(told.datagrams).toEqual([]);
});

test.each([
  ["a link type that is not known", 105, helloIp, { LINK_TYPE_UNKNOWN: 1 }],
  ["an IPv4 header that is cut", 101, helloIp.subarray(0, 12), { HEADER_CUT: 1 }],
  ["a UDP header that is cut", 101, outerIp(17, "13c4 13c4"), { HEADER_CUT: 1 }],
  ["an IPv4 length beyond the packet", 101, helloIp.subarray(0, 40), { PACKET_LENGTH_WRONG: 1 }],
  ["an IPv4 header that is too short", 101, bytes("42", helloIp.subarray(1)), { PACKET_LENGTH_WRONG: 1 }],
  ["a TCP header that is too short", 101, outerIp(6, Buffer.alloc(20)), { PACKET_LENGTH_WRONG: 1 }],
])("%s is a finding", (_name, linkType, packet, findings) => {
  expect(toldOf(pcapOf([packet], linkType)).findings).toEqual(findings);
});

test("what the capture cut off a datagram is counted", () => {
  const told = toldOf(
    writePcap([{ at: evening, bytes: helloFrame.subarray(0, 50), wireBytes: helloFrame.length }]),
  );
  expect(textsOf(told)).toEqual([hello.slice(0, 8)]);
  expect(told.datagrams[0]?.wireBytes).toBe(hello.length);
  expect(told.findings).toEqual({ PACKET_CUT: 1 });
});

test("a packet whose length was left to the network card is read to its end", () => {
  const packet = Buffer.from(helloIp);
  packet.writeUInt16BE(0, 2);
  expect(textsOf(toldOf(pcapOf([packet], 101)))).toEqual([hello]);
});

test("a SIP message on the port of a tunnel stays a message", () => {
  const ports = [2152, 4789].map((port) => ({ address: bob.address, port }));
  const frames = ports.map((destination) =>
    ipPacket(udpParts({ source: alice, destination, payload: hello })),
  );
  expect(textsOf(toldOf(pcapOf(frames, 101)))).toEqual([hello, hello]);
});

test("each innermost IP packet is told whole before what it carries", () => {
  const esp = outerIp(50, "00000001 00000002 aabbccdd");
  const told = toldOf(
    pcapOf([ethernetFrame(outerIp(4, helloIp)), ethernetFrame(esp), ethernetFrame(helloIp6)]),
  );
  expect(told.ipPackets).toEqual([
    { protocol: 17, source: alice.address, destination: bob.address, bytes: Buffer.from(helloIp) },
    { protocol: 50, source: "203.0.113.1", destination: "203.0.113.2", bytes: esp },
    { protocol: 17, source: alice6.address, destination: bob6.address, bytes: Buffer.from(helloIp6) },
  ]);
});

test("an IP packet that came in fragments is told once, with a header and all it carries", () => {
  const { payload } = helloUdp6;
  const parts = { to: payload.length, from: 16 };
  const told = toldOf(
    pcapOf([ipv6Fragment(payload, parts), ipv6Fragment(payload, { from: 0, to: 16 })], 101),
  );
  expect(told.ipPackets.map(({ bytes: whole }) => [whole.length, whole[0]])).toEqual([
    [40 + 8 + payload.length, 0x60],
  ]);
});
