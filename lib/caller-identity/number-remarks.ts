// What a shown number tells before anybody is asked. Each code has two texts in messages/: what it shows, and what it
// does not prove. None of them says who called.
import { getCountryCallingCode, type PhoneNumber } from "libphonenumber-js/max";
import type { Country } from "@/lib/platform/country";
import { plainDigits } from "@/lib/platform/plain-digits";
import { type KindOfLine, kindOfLine } from "./kind-of-line";
import type { Presentation } from "./presentation";

export const remarkCodes = [
  "withheld",
  "not-shown",
  "payphone",
  "not-seen",
  "letters",
  "emergency",
  "short-code",
  "impossible",
  "unassigned",
  "own-number",
  "neighbour",
  "foreign",
  "toll-free",
  "premium",
  "ordinary",
] as const;
export type RemarkCode = (typeof remarkCodes)[number];
export type Remark = { code: RemarkCode };

type Shown = {
  raw: string;
  presentation: Presentation;
  /** The number, when the text can be read as one. */
  number: PhoneNumber | undefined;
  country: Country;
  called: readonly PhoneNumber[];
};

/** All that there is to say about a shown number, at least one remark. */
export function remarksOn(shown: Shown): Remark[] {
  const text = plainDigits(shown.raw);
  const codes = [...presentationCodes(shown, text), ...(text === "" ? [] : numberCodes(shown, text))];
  return [...new Set(codes)].map((code) => ({ code }));
}

function presentationCodes({ presentation }: Shown, text: string): RemarkCode[] {
  if (presentation === "withheld" || presentation === "payphone") return [presentation];
  if (presentation === "unknown") return ["not-shown"];
  return text === "" ? ["not-seen"] : [];
}

/** Words that phones show in place of a number, for the person who copies them into the number's field. */
const wordings: readonly [RegExp, RemarkCode][] = [
  [
    /^(private|withheld|blocked|restricted|anonymous|hidden|no caller id|caller id withheld)( (number|caller|call))?$/i,
    "withheld",
  ],
  [
    /^(unknown|unavailable|not available|out of area|no number|number unavailable)( (number|caller|call))?$/i,
    "not-shown",
  ],
  [/^pay ?phone$/i, "payphone"],
];

function numberCodes(shown: Shown, text: string): RemarkCode[] {
  const wording = wordings.find(([pattern]) => pattern.test(text));
  if (wording) return [wording[1]];
  if (/\p{L}/u.test(text)) return ["letters"];
  const digits = text.replace(/\D/g, "");
  if (emergencyNumbers.includes(digits)) return ["emergency"];
  if (shown.number) return planCodes(shown, shown.number);
  return /^\d{3,6}$/.test(digits) && !text.startsWith("+") ? ["short-code"] : ["impossible"];
}

/** Emergency numbers of the four countries, and the European 112 that mobile networks take everywhere. */
const emergencyNumbers: readonly string[] = ["911", "999", "112", "000", "106"];

function planCodes({ country, called }: Shown, number: PhoneNumber): RemarkCode[] {
  const kind = kindOfLine(number);
  const codes: (RemarkCode | false)[] = [
    nearness(number, called),
    !number.isValid() && "unassigned",
    isForeign(number, country) && "foreign",
    (kind === "toll-free" || kind === "premium") && kind,
  ];
  const told = codes.filter((code) => code !== false);
  return told.length > 0 ? told : ["ordinary"];
}

/**
 * A neighbour differs from a called number in its last four digits only. In North America those before are area code
 * and exchange (the usual mark of "neighbour spoofing"); elsewhere, too, blocks of 10,000 numbers share all but four.
 */
function nearness(number: PhoneNumber, called: readonly PhoneNumber[]): RemarkCode | false {
  if (called.some((own) => own.number === number.number)) return "own-number";
  return called.some((own) => blockOf(own) === blockOf(number)) && "neighbour";
}

function blockOf({ number }: PhoneNumber): string {
  return `${number.slice(0, -4)}****`;
}

const kindsOfPlace: readonly KindOfLine[] = ["fixed", "mobile", "fixed-or-mobile"];

/** Of another country. Within +1 only lines of a place tell their country; toll-free numbers belong to all of it. */
function isForeign(number: PhoneNumber, country: Country): boolean {
  if (number.countryCallingCode !== getCountryCallingCode(country)) return true;
  const isOfPlace = kindsOfPlace.includes(kindOfLine(number));
  return number.countryCallingCode === "1" && isOfPlace && number.country !== country;
}
