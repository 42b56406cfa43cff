import { expect, it, test } from "vitest";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { aCaller, anEdge } from "@/lib/sip/scenario/cast";
import { registration } from "@/lib/sip/scenario/registration";
import { callsOf } from "@/lib/sip/test-messages";
import { addressesOfDeclared } from "./declared-hosts";

test.each([
  ["198.51.100.5", "198.51.100.5"],
  [" 198.51.100.5:5060 ", "198.51.100.5"],
  ["[2001:DB8::5]:5061", "2001:db8::5"],
  ["2001:db8::5", "2001:db8::5"],
  ["sip:198.51.100.5", "198.51.100.5"],
])("the address %j is taken as %s", (written, address) => {
  expect([...addressesOfDeclared([written], [])]).toEqual([address]);
});

it("a name stands for the address to which somebody sent a request for it", () => {
  const { calls } = callsOf(registration());
  const found = [...addressesOfDeclared(["example.com"], calls)];
  const sentTo = calls[0]?.messages[0]?.destination?.address;
  expect(found).toContain(sentTo);
  expect(addressesOfDeclared(["ample.com"], calls).size).toBe(0);
});

it("a host cannot make itself trusted by writing the declared name into its own headers", () => {
  const call = callScenario({
    caller: { ...aCaller, domain: "provider.example.com", software: "provider.example.com" },
  });
  const messages = call.map((one) => ({
    ...one,
    text: one.text.replace("Via: SIP/2.0/UDP 192.0.2.10", "Via: SIP/2.0/UDP provider.example.com"),
  }));
  expect(
    addressesOfDeclared(["provider.example.com"], callsOf(messages).calls).has(aCaller.place.address),
  ).toBe(false);
});

it("empty lines declare nobody", () => {
  expect(addressesOfDeclared(["", "  "], callsOf(callScenario({ servers: [anEdge] })).calls).size).toBe(0);
});
