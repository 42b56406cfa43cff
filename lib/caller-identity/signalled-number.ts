// Numbers of signalling are compared with care: one number has many spellings, and a difference is told only where no
// two spellings of one number can look so. National spellings keep the last digits of the international one.

/** Emergency numbers that no plan gives to a line or an extension (they are reachable from every phone). */
const emergencyNumbers: readonly string[] = ["911", "999", "112", "000"];

/** A telephone number as signalling writes it. */
export type SignalledNumber = {
  digits: string;
  /** "international": with its country code, marked so. "written": of a length to be a whole number. "short": an extension or code. */
  form: "international" | "written" | "short";
};

const SHORTEST_WHOLE = 7;
const LONGEST = 20;

/**
 * Reads the user part of a URI, or a text, as a number; letters or too many digits give `undefined`. `context` is the
 * `phone-context` of a tel URI: where it is a country code, the number is to be read behind it (RFC 3966 section 5.1.5).
 */
export function readSignalledNumber(written: string, context = ""): SignalledNumber | undefined {
  if (written.length > 60) return undefined;
  // RFC 3966 section 5.1.1: visual separators. "%2B" is an escaped plus.
  const plain = written.replace(/%2b/gi, "+").replace(/[\s().\-\u00a0]/g, "");
  const found = /^(\+?)(\d+)$/.exec(plain);
  const digits = found?.[2];
  if (!digits || digits.length < 2 || digits.length > LONGEST) return undefined;
  if (found[1] === "+") return { digits, form: "international" };
  if (/^\+\d{1,5}$/.test(context)) return { digits: context.slice(1) + digits, form: "international" };
  return { digits, form: digits.length < SHORTEST_WHOLE ? "short" : "written" };
}

/** A number of a PASSporT: always with its country code, and without "+" (RFC 8225 section 5.2.1). */
export function readSignedNumber(written: string): SignalledNumber | undefined {
  const digits = /^\+?(\d{2,20})$/.exec(written.trim())?.[1];
  return digits ? { digits, form: "international" } : undefined;
}

/** The number in E.164, when it is marked as international and has a length that the plan allows. */
export function e164Of({ digits, form }: SignalledNumber): string | undefined {
  return form === "international" && digits.length >= SHORTEST_WHOLE && digits.length <= 15
    ? `+${digits}`
    : undefined;
}

export type Likeness = "same" | "different" | "unclear";

/** Whether two spellings mean one number; "unclear" where both may be. */
export function compareNumbers(one: SignalledNumber, other: SignalledNumber): Likeness {
  if (one.digits === other.digits) return "same";
  if (one.form === "international" && other.form === "international") return "different";
  if (isEmergency(one) || isEmergency(other)) return "different";
  if (one.form === "short" || other.form === "short") return "unclear";
  if (one.form === "international") return compareToInternational(one.digits, other.digits);
  if (other.form === "international") return compareToInternational(other.digits, one.digits);
  return compareEnds(one.digits, other.digits);
}

function isEmergency({ digits, form }: SignalledNumber): boolean {
  return form === "short" && emergencyNumbers.includes(digits);
}

function compareToInternational(international: string, written: string): Likeness {
  // North America: every spelling of ten digits or more ends with area code and number.
  if (/^1\d{10}$/.test(international) && written.length >= 10) {
    return written.endsWith(international.slice(-10)) ? "same" : "different";
  }
  return compareEnds(international, written);
}

function compareEnds(one: string, other: string): Likeness {
  const [long, short] = [one, other].map(withoutTrunkPrefix).sort((a, b) => b.length - a.length);
  if (long === undefined || short === undefined) return "unclear";
  if (long.endsWith(short) && short.length > SHORTEST_WHOLE) return "same";
  return endOf(one) === endOf(other) ? "unclear" : "different";
}

/** Most plans write 0 before an area code at home, and 00 before a country code. */
function withoutTrunkPrefix(digits: string): string {
  return digits.replace(/^0+/, "");
}

function endOf(digits: string): string {
  return digits.slice(-SHORTEST_WHOLE);
}
