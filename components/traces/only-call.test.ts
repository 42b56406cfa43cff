import { expect, test } from "vitest";
import type { CallKind } from "@/lib/sip/call";
import type { CallSummary } from "@/lib/sip/call-summary";
import { onlyCallOf } from "./only-call";

const lines = (...kinds: CallKind[]) =>
  kinds.map((kind, index) => ({ summary: { kind, number: index + 1 } as CallSummary }));

test.each<[string, CallKind[], number | undefined]>([
  ["one call", ["call"], 1],
  ["one call among sign-ins", ["registration", "call", "probe"], 2],
  ["two calls", ["call", "call"], undefined],
  ["sign-ins alone", ["registration"], undefined],
  ["nothing", [], undefined],
])("a trace with %s", (_what, kinds, number) => {
  expect(onlyCallOf(lines(...kinds))).toBe(number);
});
