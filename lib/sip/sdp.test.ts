import { describe, expect, test } from "vitest";
import { readSdp } from "./sdp";

const lines = (...all: string[]) => `${all.join("\r\n")}\r\n`;

const offer = lines(
  "v=0",
  "o=alice 2890844526 7 IN IP4 198.51.100.1",
  "s=call",
  "c=IN IP4 192.0.2.1/127",
  "t=0 0",
  "a=sendonly",
  "a=fingerprint:SHA-256 AB:cd",
  "m=audio 49170/2 RTP/SAVP 0 97 101",
  "a=rtpmap:97 opus/48000/2",
  "a=fmtp:97 useinbandfec=1; stereo=0",
  "a=rtpmap:101 telephone-event/8000",
  "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:abc|2^20 KDR=1",
  "a=rtcp:53020 IN IP4 192.0.2.9",
  "a=rtcp-mux",
  "a=setup:actpass",
  "a=candidate:1 1 UDP 2130706431 192.0.2.1 8998 typ host",
  "a=candidate:2 1 UDP 1694498815 203.0.113.5 45664 typ srflx raddr 192.0.2.1 rport 8998",
  "m=video 0 RTP/AVP 31",
  "c=IN IP6 2001:db8::5",
  "a=recvonly",
);

describe("a session description", () => {
  const sdp = readSdp(offer);
  const [audio, video] = sdp.media;

  test("names who began it and from where, by its own word", () => {
    expect(sdp.origin).toMatchObject({
      username: "alice",
      sessionId: "2890844526",
      version: "7",
      address: "198.51.100.1",
    });
    expect(sdp.name?.text).toBe("call");
  });

  test("a stream without an address has that of the session, and one with it its own", () => {
    expect(audio?.connection).toMatchObject({ address: "192.0.2.1", isIpv6: false });
    expect(video?.connection).toMatchObject({ address: "2001:db8::5", isIpv6: true });
  });

  test("a stream without a direction has that of the session", () => {
    expect([audio?.direction, video?.direction]).toEqual(["sendonly", "recvonly"]);
    expect(readSdp(lines("v=0", "m=audio 1 RTP/AVP 0")).media[0]?.direction).toBe("sendrecv");
  });

  test("kinds, ports, protocols and formats are as written, fixed ones by RFC 3551", () => {
    expect(audio).toMatchObject({ kind: "audio", port: 49170, portCount: 2, protocol: "RTP/SAVP" });
    expect(audio?.formats).toEqual([
      { payload: "0", encoding: "PCMU", clockRate: 8000 },
      {
        payload: "97",
        encoding: "opus",
        clockRate: 48000,
        channels: 2,
        parameters: "useinbandfec=1; stereo=0",
      },
      { payload: "101", encoding: "telephone-event", clockRate: 8000 },
    ]);
    expect(video?.formats).toEqual([{ payload: "31", encoding: "H261", clockRate: 90000 }]);
  });

  test("keys, fingerprints and the way to them are read", () => {
    expect(audio?.crypto).toMatchObject([
      { tag: "1", suite: "AES_CM_128_HMAC_SHA1_80", keys: "inline:abc|2^20 KDR=1" },
    ]);
    expect(audio?.fingerprints).toMatchObject([{ hash: "sha-256", value: "AB:CD" }]);
    expect(audio).toMatchObject({
      setup: "actpass",
      isRtcpMux: true,
      rtcp: { port: 53020, address: "192.0.2.9" },
    });
  });

  test("candidates tell addresses behind a NAT", () => {
    expect(audio?.candidates).toMatchObject([
      { type: "host", address: "192.0.2.1", port: 8998, transport: "udp" },
      { type: "srflx", address: "203.0.113.5", port: 45664, relatedAddress: "192.0.2.1", relatedPort: 8998 },
    ]);
  });

  test("each range covers its line", () => {
    const at = ({ start, end }: { start: number; end: number }) => offer.slice(start, end);
    expect(audio && at(audio.range)).toBe("m=audio 49170/2 RTP/SAVP 0 97 101");
    expect(video?.connection && at(video.connection.range)).toBe("c=IN IP6 2001:db8::5");
    expect(audio?.candidates[0] && at(audio.candidates[0].range)).toMatch(/^a=candidate:1 .* host$/);
  });

  test.each([
    ["lines ended by LF", "v=0\nm=audio 4 RTP/AVP 8\n", 4],
    ["no end of the last line", "v=0\r\nm=audio 4 RTP/AVP 8", 4],
    ["an odd number of spaces", "m=audio   4  RTP/AVP 8", 4],
    ["a port that is none", "m=audio x RTP/AVP 8", 0],
    ["nothing but the letter", "m=", 0],
  ])("%s is no hindrance", (_, text, port) => {
    expect(readSdp(text).media[0]?.port).toBe(port);
  });

  test("a line that has not the form stays among the lines", () => {
    expect(readSdp("v=0\r\nm =audio 1 RTP/AVP 0\r\n")).toMatchObject({
      media: [],
      lines: [{ letter: "v" }, { letter: "" }],
    });
  });
});
