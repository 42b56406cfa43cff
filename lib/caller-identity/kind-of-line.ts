import type { PhoneNumber } from "libphonenumber-js/max";

/** What a numbering plan uses a number for. `unknown`: the plan does not say, or gives the number to nobody. */
export const kindsOfLine = [
  "fixed",
  "mobile",
  "fixed-or-mobile",
  "voip",
  "toll-free",
  "premium",
  "shared-cost",
  "personal",
  "company",
  "pager",
  "voicemail",
  "unknown",
] as const;
export type KindOfLine = (typeof kindsOfLine)[number];

const kindByType: Record<NonNullable<ReturnType<PhoneNumber["getType"]>>, KindOfLine> = {
  FIXED_LINE: "fixed",
  MOBILE: "mobile",
  FIXED_LINE_OR_MOBILE: "fixed-or-mobile",
  VOIP: "voip",
  TOLL_FREE: "toll-free",
  PREMIUM_RATE: "premium",
  SHARED_COST: "shared-cost",
  PERSONAL_NUMBER: "personal",
  UAN: "company",
  PAGER: "pager",
  VOICEMAIL: "voicemail",
};

/** The kind of line of a number. In North America a mobile and a fixed number look the same. */
export function kindOfLine(number: PhoneNumber | undefined): KindOfLine {
  const type = number?.getType();
  return type ? kindByType[type] : "unknown";
}
