import type { Country } from "@/lib/platform/country";

/**
 * `contact` is a number, or the name of a website for `web`. A `text` line wants `word` sent to it.
 * `checkedOn` is the day the number was compared with a stored copy of its source, not with the live page.
 */
export type Helpline = {
  country: Country;
  kind: "emergency" | "police" | "support";
  name?: string;
  way: "call" | "textphone" | "text" | "web";
  contact: string;
  word?: string;
  caveat?: "notInTheTerritories";
  source: string;
  sourceUrl: string;
  checkedOn: string;
};

const checkedOn = "2026-11-23";

const officeForVictims = {
  country: "US",
  kind: "support",
  name: "National Domestic Violence Hotline",
  source: "US Office for Victims of Crime",
  sourceUrl:
    "https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts",
  checkedOn,
} as const;

const gwentCommissioner = {
  country: "GB",
  source: "Police and Crime Commissioner for Gwent",
  sourceUrl: "https://gwent.pcc.police.uk/en/news-room/national-stalking-and-harassment-awareness-week",
  checkedOn,
} as const;

const arunCouncil = {
  country: "GB",
  kind: "support",
  way: "call",
  source: "Arun District Council",
  sourceUrl: "https://www.arun.gov.uk/stalking",
  checkedOn,
} as const;

const sheltersCanada = {
  country: "CA",
  source: "Women’s Shelters Canada",
  sourceUrl: "https://endvaw.ca/covid-19-public/",
  checkedOn,
} as const;

const surfCoastShire = {
  country: "AU",
  way: "call",
  source: "Surf Coast Shire",
  sourceUrl: "https://www.surfcoast.vic.gov.au/My_Community/Domestic_violence",
  checkedOn,
} as const;

/** Only what its source says; what could not be confirmed there is left out. */
export const helplines: readonly Helpline[] = [
  {
    country: "US",
    kind: "emergency",
    way: "call",
    contact: "911",
    source: "US Office on Violence Against Women",
    sourceUrl: "https://www.justice.gov/ovw/areas-focus",
    checkedOn,
  },
  { ...officeForVictims, way: "call", contact: "800-799-7233" },
  { ...officeForVictims, way: "textphone", contact: "800-787-3224" },
  { ...officeForVictims, way: "text", contact: "88788", word: "START" },
  { ...gwentCommissioner, kind: "emergency", way: "call", contact: "999" },
  { ...gwentCommissioner, kind: "police", way: "call", contact: "101" },
  { ...arunCouncil, name: "National Stalking Helpline", contact: "0808 802 0300" },
  { ...arunCouncil, name: "Paladin National Stalking Advocacy Service", contact: "020 3866 4107" },
  { ...sheltersCanada, kind: "emergency", way: "call", contact: "911", caveat: "notInTheTerritories" },
  { ...sheltersCanada, kind: "support", name: "ShelterSafe", way: "web", contact: "sheltersafe.ca" },
  { ...surfCoastShire, kind: "emergency", contact: "000" },
  { ...surfCoastShire, kind: "support", name: "1800RESPECT", contact: "1800 737 732" },
];
