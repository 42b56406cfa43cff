import { paramValue, readParams } from "@/lib/sip/header-params";
import { valuesOf } from "@/lib/sip/header-values";
import type { SipMessage } from "@/lib/sip/message";
import type { Range } from "@/lib/sip/range";
import type { GatheredIdentity } from "./gathered-identity";
import type { Hop } from "./hops";

/**
 * Whether caller or network asked that the number be hidden: by an anonymous From (RFC 3323 section 4.1.1.3), by Privacy
 * (RFC 3323 section 4.2, RFC 3325 section 9.3), or by the privacy of Remote-Party-ID. An operator may know it all the same.
 */
export function isWithheld(hops: readonly Hop[], identities: readonly GatheredIdentity[]): boolean {
  const froms = identities.filter(({ source }) => source === "From");
  return froms.some(({ address }) => address?.isAnonymous) || hops.some(({ read }) => asksToHide(read));
}

/** "session", "history" and "critical" hide other things. */
const hidingWords: readonly string[] = ["id", "user", "header"];
const hidingRpid = /^(full|uri)(-network)?$/i;

function asksToHide({ headers, text }: SipMessage): boolean {
  return headers.some((header) => {
    if (header.name === "Privacy") return hidesByWord(text.slice(header.value.start, header.value.end));
    return (
      header.name === "Remote-Party-ID" && valuesOf(text, header).some((range) => hidesByRpid(text, range))
    );
  });
}

function hidesByWord(value: string): boolean {
  return value
    .toLowerCase()
    .split(/[;,\s]+/)
    .some((word) => hidingWords.includes(word));
}

function hidesByRpid(text: string, { start, end }: Range): boolean {
  const close = Math.max(text.lastIndexOf(">", end - 1), start);
  const params = readParams(text, { start: close + 1, end });
  return paramValue(params, "party") !== "called" && hidingRpid.test(paramValue(params, "privacy") ?? "");
}
