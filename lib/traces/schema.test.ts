import { expect, test } from "vitest";
import { matchSchema, traceSettingsSchema } from "./schema";

test.each([
  ["192.0.2.10", ["192.0.2.10"]],
  ["sip.example.com, 2001:db8::1;198.51.100.7\n", ["sip.example.com", "2001:db8::1", "198.51.100.7"]],
  ["", []],
])("servers may stand in one field however they are parted: %j", (providerHosts, hosts) => {
  expect(traceSettingsSchema.parse({ providerHosts }).providerHosts).toEqual(hosts);
});

test.each([
  ["my provider", "NOT_A_HOST"],
  ["<script>", "NOT_A_HOST"],
  ["localhost", "NOT_A_HOST"],
  [Array.from({ length: 21 }, (_, last) => `192.0.2.${last}`).join(" "), "TOO_MANY_HOSTS"],
  ["a".repeat(2_001), "TOO_LONG"],
])("what names no server is refused: %.20s", (providerHosts, code) => {
  const read = traceSettingsSchema.safeParse({ providerHosts });
  expect(read.error?.issues[0]?.message).toBe(code);
});

test.each([
  [{ call: "0", incidentId: "8f14e45f-ceea-467f-a9f8-5d0b5d5c7c11" }, "NO_CALL"],
  [{ call: "first", incidentId: "8f14e45f-ceea-467f-a9f8-5d0b5d5c7c11" }, "NO_CALL"],
  [{ call: "1", incidentId: "1" }, "NO_INCIDENT"],
])("a match names a call of the trace and a logged call: %j", (given, code) => {
  expect(matchSchema.safeParse(given).error?.issues[0]?.message).toBe(code);
});
