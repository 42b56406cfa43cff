import { describe, expect, test } from "vitest";
import { isRtcpType, readRtcp } from "./rtcp";
import { fromHex } from "./test-media";

const senderReport = fromHex(`81 c8 000c  11111111  00000000 00000000  00000000  000003e8 00027100
  22222222  00 fffffe  00000000 00000000 00000000 00000000`);
const described = fromHex("81 ca 0005  11111111  01 05 6d61726140  06 05 5068 6f6e65 00 00");

describe("RTCP", () => {
  test("a sender report gives the sender's counts and what it misses itself", () => {
    expect(readRtcp(senderReport, senderReport.length)).toEqual({
      isWhole: true,
      sent: [{ ssrc: 0x1111_1111, packets: 1000, bytes: 160_000 }],
      missed: [{ ssrc: 0x2222_2222, lost: -2 }],
      canonicalNames: [],
      software: [],
    });
  });

  test("a compound is read to its end", () => {
    const both = Buffer.concat([senderReport, described]);
    expect(readRtcp(both, both.length)).toMatchObject({
      sent: [{ packets: 1000 }],
      canonicalNames: ["mara@"],
      software: ["Phone"],
    });
  });

  test("a compound whose rest is encrypted (SRTCP) is known, and none of it is read", () => {
    const encrypted = Buffer.concat([
      senderReport,
      fromHex("3fa1 90bb 1212 5555 8000 0001 aabb ccdd eeff 0011"),
    ]);
    expect(readRtcp(encrypted, encrypted.length)).toMatchObject({ isWhole: false, sent: [], missed: [] });
  });

  test("a report that the capture cut is not read past the cut", () => {
    expect(readRtcp(senderReport.subarray(0, 30), senderReport.length)).toMatchObject({
      isWhole: true,
      sent: [],
    });
  });

  test.each([
    [
      "a count of blocks that the length does not hold",
      fromHex("9f c8 0006 11111111 00000000 00000000 00000000 00000000 00000000"),
    ],
    ["a length beyond the datagram", fromHex("80 c9 0100 11111111")],
    ["a packet type that is not assigned", fromHex("80 d1 0001 11111111")],
    ["a single byte", fromHex("80")],
  ])("is refused: %s", (_what, bytes) => {
    expect(readRtcp(bytes, bytes.length)).toBeUndefined();
  });

  test("a description whose text is longer than its packet gives no text", () => {
    const lying = fromHex("81 ca 0002 11111111 01 ff 6d61");
    expect(readRtcp(lying, lying.length)?.canonicalNames).toEqual([]);
  });

  test("RTCP shares a port with RTP by its second byte (RFC 5761)", () => {
    expect([127, 191, 192, 200, 207, 223, 224].filter(isRtcpType)).toEqual([192, 200, 207, 223]);
  });
});
