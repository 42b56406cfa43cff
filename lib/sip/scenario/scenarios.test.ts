import { describe, expect, test } from "vitest";
import { readSipMessage } from "../read-message";
import { createTraceReader } from "../trace-reader";
import { b2buaCall, legMarks } from "./b2bua-call";
import { callScenario } from "./call-scenario";
import { callWhenAbsent } from "./call-when-absent";
import { digestCall } from "./digest-call";
import { forgedCall } from "./forged-call";
import { forkedCall } from "./forked-call";
import { gatewayCall } from "./gateway-call";
import { ipv6Called, ipv6Caller } from "./ipv6-cast";
import { redirectedCall } from "./redirected-call";
import { registration } from "./registration";
import { scannerSweep } from "./scanner-sweep";
import { scenarioCapture } from "./scenario-capture";
import type { ScenarioMessage } from "./script";
import { shakenCall } from "./shaken-call";
import { thirdPartyControl } from "./third-party-control";
import { attendedTransfer, blindTransfer } from "./transferred-call";
import { unannouncedMedia } from "./unannounced-media";
import { withRepeats } from "./with-repeats";
import { withheldCall } from "./withheld-call";

const scenarios: [name: string, messages: ScenarioMessage[]][] = [
  ["a plain call", callScenario()],
  ["a call with early media", callScenario({ hasEarlyMedia: true })],
  ["a cancelled call", callScenario({ outcome: "cancelled" })],
  ["a call to a busy telephone", callScenario({ outcome: "busy" })],
  ["a call that nobody takes", callScenario({ outcome: "no-answer" })],
  ["a declined call", callScenario({ outcome: "rejected" })],
  ["a failed call", callScenario({ outcome: "failed" })],
  ["a call over IPv6", callScenario({ caller: ipv6Caller, called: ipv6Called })],
  ["a forged call", forgedCall()],
  ["a withheld call", withheldCall()],
  ["a withheld call that the network knows", withheldCall({ hasAssertedIdentity: true })],
  ["a signed call", shakenCall({ passport: "e30.e30.c2ln" })],
  ["a redirected call", redirectedCall()],
  ["a call with digest", digestCall()],
  ["a forked call", forkedCall()],
  ["a blind transfer", blindTransfer()],
  ["an attended transfer", attendedTransfer()],
  ...legMarks.map((mark): [string, ScenarioMessage[]] => [`two legs, ${mark}`, b2buaCall({ mark })]),
  ["third-party control", thirdPartyControl()],
  ["a registration", registration()],
  ["a refused registration", registration({ outcome: "refused" })],
  ["a removed registration", registration({ outcome: "removed" })],
  ["a call forwarded when absent", callWhenAbsent()],
  ["a call from a gateway", gatewayCall()],
  ["a scanner", scannerSweep()],
  ["sound from an unannounced address", unannouncedMedia({ talkSeconds: 1 })],
  ["repeated messages", withRepeats(callScenario())],
];

describe.each(scenarios)("%s", (_, messages) => {
  const signalling = messages.filter(({ text }) => !text.startsWith("\x80"));

  test("is made of messages that break no rule", () => {
    for (const { text } of signalling.filter(({ text }) => /SIP\/2\.0/.test(text))) {
      const { findings } = readSipMessage(text);
      expect(
        findings.filter(({ weight }) => weight === "broken").map(({ code }) => `${code}\n${text}`),
      ).toEqual([]);
    }
  });

  test("goes forward in time", () => {
    const times = messages.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  test("answers every request but ACK, on the way it came", () => {
    const finals = (text: string) => /^SIP\/2\.0 [2-6]/.test(text);
    const asked = signalling
      .filter(({ text }) => /^(?!ACK)[A-Z]+ .*SIP\/2\.0\r/.test(text))
      .map(wayAndNumber);
    const answered = signalling.filter(({ text }) => finals(text)).map(wayAndNumber);
    expect(new Set(answered)).toEqual(new Set(asked));
  });
});

/** The topmost Via and the CSeq: what a request and its answers have in common (RFC 3261 section 17.1.3). */
function wayAndNumber({ text }: ScenarioMessage): string {
  return [/^Via: (.*)\r$/m, /^CSeq: (.*)\r$/m].map((line) => line.exec(text)?.[1]).join(" ");
}

test("scenarios told one after another keep their own calls apart", () => {
  const both = [...callScenario({ callId: "one" }), ...forgedCall({ callId: "two" })];
  const ids: string[] = [];
  const reader = createTraceReader({ onCall: ({ callId }) => ids.push(callId) });
  reader.push(scenarioCapture(both));
  reader.end();
  expect(ids.sort()).toEqual(["one", "two"]);
});
