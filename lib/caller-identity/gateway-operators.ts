import type { Call } from "@/lib/sip/call";
import { paramValue } from "@/lib/sip/header-params";
import { firstRange } from "@/lib/sip/header-values";
import { bodyParts } from "@/lib/sip/multipart";
import { readNameAddr } from "@/lib/sip/name-addr";
import { factsOf, type SeenMessage } from "./call-facts";
import type { Hop } from "./hops";
import { readUnchecked } from "./read-unchecked";
import type { WhoCanAnswer } from "./verdict";

const MOST_MESSAGES = 20;

/**
 * Gateways to the telephone network: the network of a trunk group (RFC 4904), the sender of ISUP (RFC 3204), and hosts that
 * give reasons in the telephone network's codes (Q.850, RFC 3326).
 */
export function gatewayOperators(calls: readonly Call[], hops: readonly Hop[]): WhoCanAnswer[] {
  return [
    ...hops.flatMap((hop) => [...operatorOf(trunkContext(hop), hop), ...isupSender(hop)]),
    ...calls.flatMap(reasonSenders),
  ];
}

function operatorOf(operator: string | undefined, message: SeenMessage): WhoCanAnswer[] {
  return operator ? [{ operator, because: "gateway", facts: factsOf(message) }] : [];
}

function trunkContext({ read }: Hop): string | undefined {
  const contact = firstRange(read, "Contact");
  if (!contact || read.kind !== "request") return undefined;
  const { uri } = readNameAddr(read.text, contact);
  return paramValue([...uri.userParams, ...uri.params], "trunk-context");
}

function isupSender(hop: Hop): WhoCanAnswer[] {
  const hasIsup = bodyParts(hop.read).some(({ contentType }) => contentType === "application/isup");
  return hasIsup ? operatorOf(hop.by, hop) : [];
}

function reasonSenders({ messages }: Call): WhoCanAnswer[] {
  return messages
    .filter(({ text }) => /^Reason\s*:\s*Q\.850/im.test(text))
    .slice(0, MOST_MESSAGES)
    .flatMap((seen) => operatorOf(seen.source?.address, { seen, read: readUnchecked(seen.text) }));
}
