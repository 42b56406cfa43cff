import { type CallOptions, callScenario } from "./call-scenario";
import { aCalled, anEdge, type Peer, peer } from "./cast";
import type { HeaderLine } from "./draft";
import type { ScenarioMessage } from "./script";

/** RFC 4904: its Contact names the trunk group that the call came in on. */
export const gateway: Peer = peer("192.0.2.90", {
  user: "+12025550143",
  contactUser: "+12025550143;tgrp=trunk-12;trunk-context=carrier.example.com",
  isPhone: true,
  software: "Carrier Media Gateway 9",
});

/** A call that comes from the telephone network: a trunk group, an ISUP message in the body, a cause of ISDN. */
export function gatewayCall(options: CallOptions = {}): ScenarioMessage[] {
  const headers: HeaderLine[] = [
    ["P-Asserted-Identity", "<sip:+12025550143@carrier.example.com;user=phone>"],
    ["P-Charging-Vector", "icid-value=6f1a20c7;icid-generated-at=192.0.2.90;orig-ioi=carrier.example.com"],
    ["Content-Type", "multipart/mixed;boundary=part"],
    ["MIME-Version", "1.0"],
  ];
  // ITU-T Q.850: 16 is normal call clearing.
  const endHeaders: HeaderLine[] = [["Reason", 'Q.850;cause=16;text="Normal call clearing"']];
  return callScenario({
    caller: gateway,
    servers: [anEdge],
    headers,
    endHeaders,
    called: { ...aCalled, isPhone: true },
    offer: bothParts(),
    ...options,
  });
}

// RFC 3204: an initial address message of ISUP, here only its first bytes, beside the session description.
function bothParts(): string {
  const sdp =
    "v=0\r\no=- 77 1 IN IP4 192.0.2.90\r\ns=-\r\nc=IN IP4 192.0.2.90\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8\r\n";
  const isup = "\x01\x11\x48\x00\x0a\x03\x02\x0a\x08\x83\x90\x21\x20\x55\x05\x10\x77";
  const parts = [
    `--part\r\nContent-Type: application/sdp\r\n\r\n${sdp}\r\n`,
    `--part\r\nContent-Type: application/isup;version=itu-t92+;base=itu-t92+\r\nContent-Disposition: signal;handling=optional\r\n\r\n${isup}\r\n`,
  ];
  return `${parts.join("")}--part--\r\n`;
}
