import { describe, expect, test } from "vitest";
import { emptyRtpHeader, readRtpHeader } from "./rtp-header";
import { fromHex, rtpBytes } from "./test-media";

function headerOf(bytes: Uint8Array, wireBytes = bytes.length) {
  const header = emptyRtpHeader();
  return readRtpHeader(bytes, wireBytes, header) ? header : undefined;
}

describe("the fixed header of RTP", () => {
  test("gives type, numbers and payload", () => {
    const bytes = rtpBytes({ sequence: 7, timestamp: 0xffff_fff0, ssrc: 0xcafe_babe, payloadType: 8 });
    expect(headerOf(bytes)).toEqual({
      payloadType: 8,
      sequence: 7,
      timestamp: 0xffff_fff0,
      ssrc: 0xcafe_babe,
      payloadStart: 12,
      payloadBytes: 160,
    });
  });

  test("contributing sources, a header extension and padding are not payload", () => {
    const bytes = fromHex(
      `b2 80 0001 00000002 00000003  00000004 00000005  bede 0001 00000000  aabbccdd 000002`,
    );
    const padded = Buffer.concat([bytes.subarray(0, -1), Uint8Array.of(2)]);
    expect(headerOf(padded)).toMatchObject({ payloadStart: 28, payloadBytes: 5 });
  });

  test("the payload of a packet that the capture cut is as long as on the wire", () => {
    expect(headerOf(rtpBytes({ sequence: 1, timestamp: 1 }).subarray(0, 40), 172)?.payloadBytes).toBe(160);
  });

  test.each([
    ["version 1", rtpBytes({ sequence: 1, timestamp: 1, first: 0x40 })],
    [
      "a payload type that is RTCP with the marker bit",
      rtpBytes({ sequence: 1, timestamp: 1, payloadType: 72 }),
    ],
    ["eleven bytes", rtpBytes({ sequence: 1, timestamp: 1 }).subarray(0, 11)],
    [
      "more sources than there are bytes",
      rtpBytes({ sequence: 1, timestamp: 1, first: 0x8f, payload: new Uint8Array(4) }),
    ],
    ["an extension longer than the packet", fromHex("90 00 0001 00000002 00000003 bede ffff 00000000")],
    ["nothing", new Uint8Array()],
  ])("is refused: %s", (_what, bytes) => {
    expect(headerOf(bytes)).toBeUndefined();
  });
});
