import { expect, it } from "vitest";
import { amendedCall, threatAt } from "@/lib/incidents/build-incident";
import { digestOf } from "@/lib/platform/digest";
import { historyOf, MADE_AT } from "./build-packet";
import { incidentsJson } from "./incidents-json";

const first = threatAt("2026-03-02T22:15:00Z", "=cmd() \u0000 \uD800 \u202E <script>");
const amended = amendedCall(first, { reason: "More", effect: "No sleep" });

it("gives back every version exactly as typed, through UTF-8", () => {
  const text = incidentsJson([historyOf("A1", first, amended)], MADE_AT);
  const read = JSON.parse(Buffer.from(text, "utf8").toString("utf8"));
  expect(read.schema).toBe("nightjar/incidents/1");
  expect(read.incidents[0].versions.map((version: { content: unknown }) => version.content)).toEqual([
    first.content,
    amended.content,
  ]);
});

it("gives each version the SHA-256 that stands in the audit log", () => {
  const read = JSON.parse(incidentsJson([historyOf("A1", first, amended)], MADE_AT));
  const { content, reason } = amended;
  expect(read.incidents[0].versions[1].sha256).toBe(digestOf({ reason, content }));
});
