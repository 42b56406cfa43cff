import fc from "fast-check";
import { expect, it } from "vitest";
import type { Call } from "@/lib/sip/call";
import { forgedCall } from "@/lib/sip/scenario/forged-call";
import { gatewayCall } from "@/lib/sip/scenario/gateway-call";
import { redirectedCall } from "@/lib/sip/scenario/redirected-call";
import { shakenCall } from "@/lib/sip/scenario/shaken-call";
import { withheldCall } from "@/lib/sip/scenario/withheld-call";
import { callsOf } from "@/lib/sip/test-messages";
import { judgeCaller } from "./judge-caller";
import { quickResult } from "./quick-result";
import { carrierAndRoot, passport } from "./test-passports";
import { results } from "./verdict";

const edit = fc.record({
  message: fc.nat(30),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  text: fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }).map((one) => Buffer.from(one).toString("latin1")),
    fc.constantFrom(
      '"',
      "<",
      ">",
      ";",
      ",",
      "\r\n ",
      "%",
      "@",
      ":",
      "\r\nIdentity: ..;info=<>",
      "\r\nVia: ",
      "\0",
      ";verstat=",
    ),
  ),
});

function edited(call: Call, edits: { message: number; at: number; length: number; text: string }[]): Call {
  const messages = call.messages.map((one) => ({ ...one }));
  for (const { message, at, length, text } of edits) {
    const one = messages[message % messages.length];
    if (!one) continue;
    const start = Math.floor(at * one.text.length);
    one.text = one.text.slice(0, start) + text + one.text.slice(start + length);
  }
  return { ...call, messages };
}

it("gives one result of the five whatever stands in the messages, and every place lies in its message", async () => {
  const scenarios = [
    forgedCall(),
    withheldCall(),
    redirectedCall(),
    gatewayCall(),
    shakenCall({ passport: await passport() }),
  ];
  const calls = scenarios.flatMap((messages) => callsOf(messages).calls.slice(0, 1));
  const certificates = await carrierAndRoot();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...calls),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      async (call, edits) => {
        const changed = edited(call, edits);
        const verdict = await judgeCaller({ calls: [changed], certificates, declaredHosts: ["example.com"] });
        expect(results).toContain(verdict.result);
        expect(results).toContain(quickResult(changed).result);
        for (const { range, message } of verdict.identities) {
          const length = changed.messages.find(({ number }) => number === message)?.text.length ?? -1;
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(length);
        }
        for (const { between } of verdict.contradictions) {
          for (const place of between) expect(verdict.identities[place]).toBeDefined();
        }
      },
    ),
    { seed: 20260303, numRuns: 150 },
  );
});
