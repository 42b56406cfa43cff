import { paramValue } from "@/lib/sip/header-params";
import { type NameAddr, readNameAddr } from "@/lib/sip/name-addr";
import type { Range } from "@/lib/sip/range";
import { decodedUri } from "@/lib/sip/uri-escapes";
import { compareNumbers, type Likeness, readSignalledNumber, type SignalledNumber } from "./signalled-number";

/** Whom a From, P-Asserted-Identity or similar value names. */
export type SignalledAddress = {
  /** The URI as written. */
  uri: string;
  displayName?: string;
  /** User part without its parameters; the number of a tel URI. */
  user: string;
  host: string;
  number?: SignalledNumber;
  /** RFC 3323 section 4.1.1.3: an address that hides who calls. */
  isAnonymous: boolean;
};

export function readAddress(text: string, range: Range): SignalledAddress {
  return addressOf(text, readNameAddr(text, range));
}

export function addressOf(
  text: string,
  { uri, displayName }: Pick<NameAddr, "uri" | "displayName">,
): SignalledAddress {
  const written = uri.user?.text ?? "";
  const semicolon = written.indexOf(";");
  const user = decodedUri(semicolon < 0 ? written : written.slice(0, semicolon));
  const host = uri.host?.text.toLowerCase() ?? "";
  const number = readSignalledNumber(user, paramValue(uri.params, "phone-context"));
  return {
    uri: text.slice(uri.range.start, uri.range.end),
    ...(displayName && { displayName }),
    user,
    host,
    ...(number && { number }),
    isAnonymous: !number && (host === "anonymous.invalid" || isHidingWord(user) || isHidingWord(displayName)),
  };
}

function isHidingWord(name: string | undefined): boolean {
  return (
    name !== undefined && /^(anonymous|restricted|private|withheld)( (number|caller|call))?$/i.test(name)
  );
}

/** Whether two addresses may be of one caller. Names are compared within one host only; a name tells nothing of a number. */
export function compareAddresses(one: SignalledAddress, other: SignalledAddress): Likeness {
  if (one.isAnonymous || other.isAnonymous) return "unclear";
  if (one.number && other.number) return compareOnHosts(one, other, compareNumbers(one.number, other.number));
  if (one.number || other.number || one.user === "" || other.user === "") return "unclear";
  if (one.host !== other.host) return "unclear";
  return compareNames(one.user.toLowerCase(), other.user.toLowerCase());
}

/** "alice" and "alice.smith" may be one person's. */
function compareNames(one: string, other: string): Likeness {
  if (one === other) return "same";
  return one.includes(other) || other.includes(one) ? "unclear" : "different";
}

/** Two extensions of one host are two lines of it. */
function compareOnHosts(one: SignalledAddress, other: SignalledAddress, likeness: Likeness): Likeness {
  const areExtensions = one.number?.form === "short" && other.number?.form === "short";
  return likeness === "unclear" && areExtensions && one.host === other.host ? "different" : likeness;
}
