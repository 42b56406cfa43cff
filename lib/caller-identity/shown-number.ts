import type { PhoneNumber } from "libphonenumber-js/max";
import type { Country } from "@/lib/platform/country";
import { readPhoneNumber } from "@/lib/platform/phone-number";
import { type KindOfLine, kindOfLine } from "./kind-of-line";
import { type Remark, remarksOn } from "./number-remarks";
import type { Presentation } from "./presentation";

/** What was shown, and what can be read from it without believing it. */
export type ShownNumber = {
  /** Character by character as it was shown. */
  raw: string;
  /** Set when the text has the form of a telephone number, even if no such number is given out. */
  e164?: string;
  /** Country of the numbering plan (ISO 3166-1 alpha-2), when one country can be told. */
  country?: string;
  kindOfLine: KindOfLine;
  /** For reading aloud at home and abroad: `(212) 555-0142`, `+1 212 555 0142`. */
  national?: string;
  international?: string;
  remarks: Remark[];
};

export type ShownNumberInput = {
  raw: string;
  presentation: Presentation;
  /** Where the called person is: a number without a country code is read as people there write it. */
  country: Country;
  /** The person's own numbers, E.164 or as typed. */
  calledNumbers: readonly string[];
};

/** Reads the number that a phone showed. It is a claim by whoever placed the call. Takes any text; never throws. */
export function readShownNumber({
  raw,
  presentation,
  country,
  calledNumbers,
}: ShownNumberInput): ShownNumber {
  const number = readPhoneNumber(raw, country);
  const called = calledNumbers.flatMap((text) => readPhoneNumber(text, country) ?? []);
  const remarks = remarksOn({ raw, presentation, number, country, called });
  return { raw, kindOfLine: kindOfLine(number), ...(number && readings(number)), remarks };
}

function readings(number: PhoneNumber): Partial<ShownNumber> {
  return {
    e164: number.number,
    ...(number.country && { country: number.country }),
    national: number.formatNational(),
    international: number.formatInternational(),
  };
}
