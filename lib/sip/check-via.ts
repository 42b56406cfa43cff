import { checkHostPort } from "./check-host";
import { checkHeaderParams } from "./check-params";
import { knownTransports } from "./check-registers";
import type { Range } from "./range";
import type { Report } from "./report";
import { readVia, type Via } from "./via";

const COOKIE = "z9hG4bK";

/** Checks one value of Via (RFC 3261 section 20.42). */
export function checkVia(text: string, range: Range, report: Report): void {
  const via = readVia(text, range);
  if (via.transport === "" || via.host === "") {
    report("VIA_MALFORMED", range);
    return;
  }
  checkSentBy(text, via, report);
  checkHeaderParams(text, via.paramsRange, report);
  checkBranch(via, report);
}

function checkSentBy(text: string, via: Via, report: Report): void {
  const sent = { start: via.range.start, end: via.hostRange.start };
  if (via.protocol.toUpperCase() !== "SIP/2.0") report("VERSION_UNKNOWN", sent);
  if (!knownTransports.has(via.transport)) report("TRANSPORT_UNKNOWN", sent);
  checkHostPort(text, { hostPort: via.sentBy, end: via.paramsRange.start }, report);
  if (via.host === "255.255.255.255" || isMulticast(via.host)) report("VIA_BROADCAST", via.hostRange);
}

function isMulticast(host: string): boolean {
  const [, first] = /^(\d{1,3})\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.exec(host) ?? [];
  return first === undefined ? /^ff[0-9a-f]{2}:/i.test(host) : Number(first) >= 224 && Number(first) <= 239;
}

// RFC 3261 section 8.1.1.7.
function checkBranch({ params, branch, range }: Via, report: Report): void {
  const place = params.find(({ name }) => name === "branch")?.valueRange ?? range;
  if (branch === undefined) report("BRANCH_MISSING", range);
  else if (branch === COOKIE || branch === "") report("BRANCH_EMPTY", place);
  else if (!branch.startsWith(COOKIE)) report("BRANCH_WITHOUT_COOKIE", place);
}
