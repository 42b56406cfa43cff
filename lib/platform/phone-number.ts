// The numbering plans are Google's libphonenumber metadata ("max": every kind of line), as packed by libphonenumber-js.
import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Country } from "./country";
import { plainDigits } from "./plain-digits";

/**
 * Reads a text as a phone number, written as people in `country` write it or with a country code. Nothing is
 * searched for inside longer text: letters, two numbers or more than 250 characters give `undefined`.
 */
export function readPhoneNumber(text: string, country: Country): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(plainDigits(text), { defaultCountry: country, extract: false });
  return number?.isPossible() ? number : undefined;
}
