import type { Endpoint } from "@/lib/captures/packet";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { peer } from "@/lib/sip/scenario/cast";
import { adding } from "@/lib/sip/scenario/forged-call";
import { scenarioCapture } from "@/lib/sip/scenario/scenario-capture";

// Addresses are from ranges kept for documentation (RFC 5737), numbers from Ofcom's ranges for drama.

/** The server of the example's own provider at which strangers' calls come in. */
export const exampleProviderHost = "198.51.100.5";
const edge: Endpoint = { address: exampleProviderHost, port: 5060 };

const caller = peer("192.0.2.77", {
  user: "+442079460099",
  displayName: "Town Bank",
  domain: "voip.example.net",
  software: "Softphone 3.1",
});
const called = peer("203.0.113.42", {
  user: "+447700900142",
  domain: "mobile.example.org",
  software: "Example Mobile 5.0",
});

/** A capture of the call that showed a bank's number: the provider's server wrote another number beside it. */
export function exampleCapture(startedAt: Date): Uint8Array {
  const asserted = "<sip:+447700900873@mobile.example.org;user=phone;verstat=TN-Validation-Failed>";
  const charging = "icid-value=7f2e6b1c0d;orig-ioi=voip.example.net";
  const messages = callScenario({
    startedAt: startedAt.getTime() * 1_000,
    callId: "4f81c2@192.0.2.77",
    caller,
    called,
    servers: [edge],
    ringSeconds: 6,
    talkSeconds: 130,
    edit: adding(["P-Asserted-Identity", asserted], ["P-Charging-Vector", charging]),
  });
  return scenarioCapture(messages);
}
