import type { Country } from "@/lib/platform/country";
import { australia } from "./australia";
import { canada } from "./canada";
import type { Fact } from "./fact";
import { greatBritain } from "./great-britain";
import { unitedStates } from "./united-states";

/** A provision that an officer or lawyer may look at; whether it fits a case is for them to say. */
export type Offence = { name: string; about: string };

/** How long a kind of record is kept. */
export type Retention = { records: string; kept: string; caution: string };

/** The words with which a written statement is declared true, or who supplies them. */
export type Declaration = { words?: Fact; note: string };

export type Jurisdiction = {
  country: Country;
  name: string;
  /** BCP 47 tag of documents for this country. */
  language: string;
  emergency: Fact;
  nonEmergency?: Fact;
  declaration: Declaration;
  offences: readonly Fact<Offence>[];
  retention: readonly Fact<Retention>[];
  /** A rule for getting the number of a threatening caller who withheld it. */
  withheldNumbers?: Fact;
  /** What the sources read leave open: to be asked, never stated. */
  questions: readonly string[];
};

const jurisdictions: Record<Country, Jurisdiction> = {
  US: unitedStates,
  GB: greatBritain,
  CA: canada,
  AU: australia,
};

export function jurisdictionOf(country: Country): Jurisdiction {
  return jurisdictions[country];
}
