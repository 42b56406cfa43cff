import { describe, expect, test } from "vitest";
import { announcedSession } from "./announced-media";

function announced(...lines: string[]) {
  const text = `head\r\n\r\n${lines.map((line) => `${line}\r\n`).join("")}`;
  return announcedSession(text, { start: 8, end: text.length });
}

describe("where a description wants sound to go", () => {
  test("is the address of the session, or of the media itself", () => {
    const { media, origin } = announced(
      "v=0",
      "o=- 1 2 IN IP4 192.0.2.1",
      "c=IN IP4 192.0.2.1/127",
      "m=audio 4000 RTP/AVP 0",
      "m=video 4002 RTP/AVP 31",
      "c=IN IP6 2001:DB8::7",
    );
    expect(origin).toBe("- 1 2 IN IP4 192.0.2.1");
    expect(media.map(({ endpoints }) => endpoints)).toEqual([
      [{ address: "192.0.2.1", port: 4000 }],
      [{ address: "2001:db8::7", port: 4002 }],
    ]);
  });

  test("may be an ICE candidate too", () => {
    const { media } = announced(
      "c=IN IP4 192.0.2.1",
      "m=audio 4000 RTP/AVP 0",
      "a=candidate:1 1 UDP 2130706431 198.51.100.9 5000 typ host",
    );
    expect(media[0]?.endpoints.at(1)).toEqual({ address: "198.51.100.9", port: 5000 });
  });

  test("tells the formats, by a=rtpmap before the fixed table", () => {
    const [media] = announced(
      "m=audio 4000 RTP/AVP 8 96 101",
      "a=rtpmap:96 opus/48000/2",
      "a=rtpmap:101 telephone-event/8000",
    ).media;
    expect(media?.payloads).toEqual([
      { type: 8, codec: "PCMA", clockRate: 8000 },
      { type: 96, codec: "opus", clockRate: 48_000 },
      { type: 101, codec: "telephone-event", clockRate: 8000 },
    ]);
  });

  test.each([
    [["m=audio 1 RTP/AVP 0"], "none"],
    [["m=audio 1 RTP/SAVP 0", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x"], "srtp-sdes"],
    [["m=audio 1 RTP/AVP 0", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x"], "srtp-sdes"],
    [["m=audio 1 UDP/TLS/RTP/SAVPF 0"], "srtp-dtls"],
    [["a=fingerprint:sha-256 AA", "m=audio 1 RTP/SAVP 0"], "srtp-dtls"],
    [["m=audio 1 RTP/AVP 0", "a=zrtp-hash:1.10 ab"], "zrtp"],
    [["m=application 1 TCP/BFCP *"], undefined],
  ])("%j is protected by %s", (lines, security) => {
    expect(announced(...lines).media[0]?.security).toBe(security);
  });

  test.each([
    ["m=audio 4002 RTP/AVP 0 101", "a=rtpmap:101 telephone-event/8000"],
    ["m=audio 4002/2 RTP/AVP 0 101", "a=rtpmap:101 telephone-event/8000", "m=video 4004 RTP/AVP 31"],
    ["m=audio 4002 RTP/AVP 0", "c=IN IP4 192.0.2.9"],
    ["m=audio 4002 RTP/AVP 0", "a=candidate:1 1 UDP 2130706431 198.51.100.9 5000 typ host"],
    ["m=audio 4002 RTP/SAVP 0", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x"],
    ["m=audio 4002 RTP/AVP 0", "a=fingerprint:sha-256 AA"],
    ["a=fingerprint:sha-256 AA", "m=audio 4002 RTP/SAVP 0"],
  ])("is read the same the second time, for another address and port: %s", (...lines) => {
    const elsewhere = (text: string) => text.replaceAll("192.0.2.1", "192.0.2.2").replaceAll("4002", "5002");
    const first = announced("c=IN IP4 192.0.2.1", ...lines);
    const second = announced("c=IN IP4 192.0.2.2", ...lines.map(elsewhere));
    expect(second).toEqual(JSON.parse(elsewhere(JSON.stringify(first))));
  });

  test("of more media than are looked at says nothing of those that are", () => {
    const [one] = announced("m=audio 4000 RTP/AVP 0").media;
    const many = Array.from({ length: 17 }, () => "m=audio 4000 RTP/AVP 0");
    const { media } = announced(...many, "a=rtpmap:0 opus/48000", "a=crypto:1 x inline:y");
    expect(media).toEqual(Array.from({ length: 16 }, () => one));
    expect(announced("m=audio 4000 RTP/AVP 0").media).toEqual([one]);
  });

  test("reads nothing beyond the body, and ends with any number of lines", () => {
    const text = "m=audio 1 RTP/AVP 0\nm=audio 2 RTP/AVP 0\n";
    expect(announcedSession(text, { start: 0, end: 20 }).media).toHaveLength(1);
    const many = "m=audio 1 RTP/AVP 0\n".repeat(5000);
    expect(announcedSession(many, { start: 0, end: many.length }).media.length).toBeLessThan(100);
  });
});
