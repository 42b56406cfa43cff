import { DateFields } from "@/components/ui/date-fields";
import { Fieldset } from "@/components/ui/fieldset";
import { Radios } from "@/components/ui/radios";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { timePrecisions, timeSources, whichHours } from "@/lib/incidents/call-time";
import type { Country } from "@/lib/platform/country";
import { texts } from "@/lib/platform/texts";
import { allZones, zonesOf } from "@/lib/platform/zones";
import { WhichHour } from "./which-hour";

/** When the call started: date and time as text, how sure, from where, and in which zone. */
export function WhenFields({ zone, country }: { zone: string; country: Country }) {
  const words = texts("incidents.form");
  const zones = [...new Set([zone, ...zonesOf(country), ...allZones()])];
  const precisions = texts("incidents.precisions");
  const sources = texts("incidents.timeSources");
  const hours = texts("incidents.whichHours");
  return (
    <Fieldset legend={words("when.label")} hint={words("when.hint")} name="when">
      <DateFields
        name="date"
        legend={words("date.label")}
        hint={words("date.hint")}
        labels={{ day: words("day.label"), month: words("month.label"), year: words("year.label") }}
        partNames={{ day: "day", month: "month", year: "year" }}
        isMonthFirst={country === "US"}
      />
      <TextField name="time" label={words("time.label")} hint={words("time.hint")} width="short" />
      <Radios
        name="precision"
        legend={words("precision.label")}
        options={timePrecisions.map((value) => ({ value, label: precisions(value) }))}
      />
      <Radios
        name="timeSource"
        legend={words("timeSource.label")}
        options={timeSources.map((value) => ({ value, label: sources(value) }))}
      />
      <SelectField
        name="zone"
        label={words("zone.label")}
        hint={words("zone.hint")}
        options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
        defaultValue={zone}
      />
      <WhichHour
        legend={words("whichHour.label")}
        hint={words("whichHour.hint")}
        options={whichHours.map((value) => ({ value, label: hours(value) }))}
      />
    </Fieldset>
  );
}
