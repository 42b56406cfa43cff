import { describe, expect, test } from "vitest";
import type { Sighting } from "@/lib/captures/sighting";
import { type CallOptions, callScenario } from "./scenario/call-scenario";
import { aCaller, anEdge } from "./scenario/cast";
import { digestCall } from "./scenario/digest-call";
import { tellCall } from "./story/tell-call";
import { callsOf } from "./test-messages";

function hopsOf(options: CallOptions, sightings: Sighting[] = []) {
  const [call] = callsOf(callScenario(options)).calls;
  return call ? tellCall(call, [], sightings).security : [];
}

function sdp(protocol: string, ...attributes: string[]): string {
  const head = ["v=0", "o=- 1 1 IN IP4 192.0.2.10", "s=-", "c=IN IP4 192.0.2.10", "t=0 0"];
  return [...head, `m=audio 4000 ${protocol} 0`, ...attributes, ""].join("\r\n");
}

const sdes = sdp("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x");
const dtls = sdp("UDP/TLS/RTP/SAVP", "a=fingerprint:sha-256 AA:BB");

describe("security of a hop", () => {
  test("is none for signalling in the clear and plain sound, hop by hop", () => {
    expect(hopsOf({ servers: [anEdge] })).toEqual([
      { from: "192.0.2.10", to: "198.51.100.5", signalling: "none", media: "none" },
      { from: "198.51.100.5", to: "203.0.113.30", signalling: "none", media: "none" },
    ]);
  });

  test.each([
    [sdes, sdes, "srtp-sdes"],
    [dtls, dtls, "srtp-dtls"],
    [sdes, sdp("RTP/AVP"), "none"],
    [sdp("RTP/AVP", "a=zrtp-hash:1.10 ab"), sdp("RTP/AVP", "a=zrtp-hash:1.10 ab"), "zrtp"],
  ])("sound is as safe as the less safe of two descriptions", (offer, answer, media) => {
    expect(hopsOf({ offer, answer })[0]?.media).toBe(media);
  });

  test("IPsec is in use where the request verifies what was agreed (RFC 3329)", () => {
    const agreed = ["Security-Verify", "ipsec-3gpp;alg=hmac-sha-1-96;spi-c=1;spi-s=2"] as const;
    expect(hopsOf({ headers: [agreed] })[0]?.signalling).toBe("ipsec");
    expect(hopsOf({ headers: [["Security-Client", agreed[1]]] })[0]?.signalling).toBe("none");
  });

  test("names the algorithm of the digest", () => {
    const [call] = callsOf(digestCall({ algorithm: "SHA-256" })).calls;
    expect(call && tellCall(call).security[0]?.digest).toBe("SHA-256");
  });

  test("names the certificate that was seen between the two hosts, and no other's", () => {
    const seen = (address: string): Sighting => ({
      protocol: "tls",
      source: { address: aCaller.place.address, port: 50_000 },
      destination: { address, port: 5061 },
      startedAt: 0,
      endedAt: 0,
      packets: 4,
      frame: 1,
      details: [{ name: "certificate-subject", value: "CN=sip.example.com" }],
    });
    expect(hopsOf({}, [seen("203.0.113.30")])[0]?.certificate?.subject).toBe("CN=sip.example.com");
    expect(hopsOf({}, [seen("203.0.113.99")])[0]?.certificate).toBeUndefined();
  });
});
