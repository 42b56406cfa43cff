import { describe, expect, it } from "vitest";
import { amendedCall, threatAt } from "@/lib/incidents/build-incident";
import { historyOf } from "./build-packet";
import { incidentsCsv } from "./incidents-csv";

const first = threatAt("2026-03-02T22:15:00Z", "I will find you", { time: { zone: "Asia/Kathmandu" } });
const amended = amendedCall(first, {
  reason: "Wrong length",
  durationSeconds: 90,
  kinds: ["abuse", "extortion"],
});

function rowOf(csv: string): Record<string, string> {
  const [header = "", row = ""] = csv.slice(1).split("\r\n");
  const cells = row.split(",");
  return Object.fromEntries(header.split(",").map((name, index) => [name, cells[index] ?? ""]));
}

describe("incidentsCsv", () => {
  it("gives one row per call with its newest version, and says how many there are", () => {
    const csv = incidentsCsv([historyOf("A1", first, amended), historyOf("A2", first)]);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
    expect(rowOf(csv)).toMatchObject({
      mark: "A1",
      duration_seconds: "90",
      kinds: "abuse; extortion",
      versions: "2",
      first_written_utc: "2026-03-02T22:20:00.000Z",
      newest_reason: "Wrong length",
    });
  });

  it("tells the instant, the wall clock, the offset and the zone", () => {
    expect(rowOf(incidentsCsv([historyOf("A1", first)]))).toMatchObject({
      utc: "2026-03-02T22:15:00Z",
      local: "2026-03-03T04:00:00",
      offset: "'+05:45",
      zone: "Asia/Kathmandu",
      precision: "exact",
      time_source: "phone-log",
    });
  });

  it("keeps the number as shown beside its E.164 form, neither of them a formula", () => {
    const row = rowOf(incidentsCsv([historyOf("A1", first)]));
    expect(row).toMatchObject({ shown_number: "(212) 555-0142", shown_number_e164: "'+12125550142" });
  });

  it("keeps hostile words in one row", () => {
    const hostile = threatAt("2026-03-02T22:15:00Z", '=1","\r\nA9,\u0000\uD800');
    const csv = incidentsCsv([historyOf("A1", hostile)]);
    expect(csv).toContain(`,"'=1"",""\r\nA9,\uFFFD\uD800",`);
  });
});
