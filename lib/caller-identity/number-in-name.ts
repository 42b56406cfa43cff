import { readSignalledNumber, type SignalledNumber } from "./signalled-number";

/**
 * A telephone number that a display name shows, where phones show the name in place of the number: one behind a plus, one
 * of seven digits or more, or an emergency number alone. Other digits in names ("Room 1204", "24/7") are no numbers.
 */
export function numberInName(name: string): SignalledNumber | undefined {
  const found = /\+\d[\d\s().-]{1,22}\d|\d[\d\s().-]{5,22}\d/.exec(name.slice(0, 200))?.[0];
  const number = readSignalledNumber(found ?? name);
  if (!number) return undefined;
  return number.form !== "short" || /^(911|999|112|000)$/.test(number.digits) ? number : undefined;
}
