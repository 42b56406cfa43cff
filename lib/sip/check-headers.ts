import { checkAddress } from "./check-address";
import { checkAuthorization, checkChallenge } from "./check-auth";
import { checkContact } from "./check-contact";
import { checkDate } from "./check-date";
import { checkCallId, checkCSeq, checkMaxForwards, checkSeconds, checkWarning } from "./check-numbers";
import * as plain from "./check-plain";
import { checkVia } from "./check-via";
import { checkContentType, checkOption } from "./check-words";
import type { NameAddr } from "./name-addr";
import type { Range } from "./range";
import type { Report } from "./report";

/** How a header is checked: what matches `plain` is without fault, anything else is read closely, value by value. */
export type HeaderCheck = {
  plain: RegExp;
  closely?: (text: string, value: Range, report: Report) => void;
  /** Whether its value may be empty. */
  isEmptyAllowed?: boolean;
};

const anyAddress: HeaderCheck = { plain: plain.plainAddress, closely: checkAddress };
const seconds: HeaderCheck = { plain: plain.plainSeconds, closely: checkSeconds };
const route: HeaderCheck = { plain: plain.plainRoute, closely: checkRoute };
// No plain form: these are rare, or each word of theirs has to be looked up.
const NEVER = /(?!)/y;

/** Anything else is free text, or a value that SIP elements hand on as it is. */
export const textCheck: HeaderCheck = { plain: plain.plainText, isEmptyAllowed: true };

export const headerChecks: ReadonlyMap<string, HeaderCheck> = new Map<string, HeaderCheck>([
  ["Via", { plain: plain.plainVia, closely: checkVia }],
  ["From", { plain: plain.plainTaggedAddress, closely: checkFrom }],
  ["To", { plain: plain.plainTo, closely: checkAddress }],
  ["Contact", { plain: plain.plainContact, closely: checkContact }],
  ["Route", route],
  ["Record-Route", route],
  ["Path", route],
  ["Service-Route", route],
  ["P-Asserted-Identity", anyAddress],
  ["P-Preferred-Identity", anyAddress],
  ["P-Associated-URI", anyAddress],
  ["P-Called-Party-ID", anyAddress],
  ["P-Served-User", anyAddress],
  ["Remote-Party-ID", anyAddress],
  ["Diversion", anyAddress],
  ["History-Info", anyAddress],
  ["Refer-To", anyAddress],
  ["Referred-By", anyAddress],
  ["Reply-To", anyAddress],
  ["Call-ID", { plain: plain.plainCallId, closely: checkCallId }],
  ["CSeq", { plain: plain.plainCSeq, closely: checkCSeq }],
  ["Max-Forwards", { plain: plain.plainMaxForwards, closely: checkMaxForwards }],
  ["Expires", seconds],
  ["Min-Expires", seconds],
  ["Min-SE", seconds],
  ["Retry-After", seconds],
  ["Session-Expires", seconds],
  ["Date", { plain: NEVER, closely: checkDate }],
  ["Warning", { plain: NEVER, closely: checkWarning }],
  ["Require", { plain: NEVER, closely: checkOption }],
  ["Proxy-Require", { plain: NEVER, closely: checkOption }],
  ["Content-Type", { plain: plain.plainContentType, closely: checkContentType }],
  ["Authorization", { plain: NEVER, closely: checkAuthorization }],
  ["Proxy-Authorization", { plain: NEVER, closely: checkAuthorization }],
  ["WWW-Authenticate", { plain: NEVER, closely: checkChallenge }],
  ["Proxy-Authenticate", { plain: NEVER, closely: checkChallenge }],
]);

function checkFrom(text: string, value: Range, report: Report): void {
  const from = checkAddress(text, value, report);
  if (!hasTag(from)) report("MISSING_FROM_TAG", value);
}

function hasTag({ params }: NameAddr): boolean {
  return params.some(({ name, value }) => name === "tag" && value);
}

// RFC 3261 section 20.30: the URI stands in brackets; section 19.1.1: "lr" marks hops of this RFC.
function checkRoute(text: string, value: Range, report: Report): void {
  const { isBracketed, uri } = checkAddress(text, value, report);
  if (!isBracketed) report("ROUTE_NEEDS_BRACKETS", value);
  else if (uri.scheme.startsWith("sip") && !uri.params.some(({ name }) => name === "lr"))
    report("STRICT_ROUTE", uri.range);
}
