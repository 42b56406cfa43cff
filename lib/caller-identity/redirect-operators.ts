import type { Call } from "@/lib/sip/call";
import { factsOf } from "./call-facts";
import type { GatheredIdentity } from "./gathered-identity";
import { isHostName } from "./host-name";
import { readUnchecked } from "./read-unchecked";
import type { WhoCanAnswer } from "./verdict";

const MOST_ANSWERS = 5;

/** Hosts that sent the call elsewhere (RFC 3261 section 21.3), and networks that a Diversion or History-Info names. */
export function redirectOperators(
  calls: readonly Call[],
  identities: readonly GatheredIdentity[],
): WhoCanAnswer[] {
  const redirects = calls
    .flatMap(({ messages }) => messages.filter(({ text }) => text.startsWith("SIP/2.0 3")))
    .slice(0, MOST_ANSWERS);
  return [
    ...redirects.flatMap((seen) =>
      operatorOf(seen.source?.address, { seen, read: readUnchecked(seen.text) }),
    ),
    ...identities
      .filter(({ source }) => source === "Diversion" || source === "History-Info")
      .flatMap(({ address, hop }) =>
        operatorOf(address && isHostName(address.host) ? address.host : undefined, hop),
      ),
  ];
}

function operatorOf(operator: string | undefined, message: Parameters<typeof factsOf>[0]): WhoCanAnswer[] {
  return operator ? [{ operator, because: "redirected", facts: factsOf(message) }] : [];
}
