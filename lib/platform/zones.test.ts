import { expect, it, test } from "vitest";
import { countries } from "./country";
import { isZone } from "./zone-time";
import { allZones, zonesOf } from "./zones";

test.each(countries)("the usual zones of %s are real", (country) => {
  expect(zonesOf(country).length).toBeGreaterThan(0);
  expect(zonesOf(country).filter((zone) => !isZone(zone))).toEqual([]);
});

it("offers every zone of the runtime once, and UTC: calls reach people who travel", () => {
  expect(allZones()).toEqual(expect.arrayContaining(["America/New_York", "Asia/Tokyo", "UTC"]));
  expect(allZones().length).toBe(new Set(allZones()).size);
  expect(allZones().filter((zone) => !isZone(zone))).toEqual([]);
});
