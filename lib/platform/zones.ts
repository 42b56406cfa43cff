import { type Country, countries } from "./country";

/** The zones (IANA names) of the places where nearly everybody in a country lives, from east to west. */
const usualZones: Record<Country, readonly string[]> = {
  US: [
    "America/Puerto_Rico",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
  ],
  GB: ["Europe/London"],
  CA: [
    "America/St_Johns",
    "America/Halifax",
    "America/Toronto",
    "America/Winnipeg",
    "America/Regina",
    "America/Edmonton",
    "America/Vancouver",
    "America/Whitehorse",
  ],
  AU: [
    "Australia/Sydney",
    "Australia/Melbourne",
    "Australia/Brisbane",
    "Australia/Hobart",
    "Australia/Adelaide",
    "Australia/Darwin",
    "Australia/Perth",
  ],
};

/** The usual zones of a country, to be offered first. */
export function zonesOf(country: Country): readonly string[] {
  return usualZones[country];
}

/** Every zone there is to choose from, the usual ones of all countries first. */
export function allZones(): string[] {
  const usual = countries.flatMap((country) => zonesOf(country));
  return [...new Set([...usual, ...Intl.supportedValuesOf("timeZone"), "UTC"])];
}
