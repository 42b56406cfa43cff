import { type CallOptions, callScenario } from "./call-scenario";
import { aCaller, anEdge, type Peer } from "./cast";
import type { HeaderLine } from "./draft";
import { adding } from "./forged-call";
import type { ScenarioMessage } from "./script";

const anonymous: Peer = {
  ...aCaller,
  user: "anonymous",
  domain: "anonymous.invalid",
  displayName: "Anonymous",
};

/** A call with its number withheld (RFC 3323); with `hasAssertedIdentity` the capture shows what the network knows. */
export function withheldCall({
  hasAssertedIdentity = false,
  ...options
}: CallOptions & { hasAssertedIdentity?: boolean } = {}): ScenarioMessage[] {
  const known: HeaderLine[] = hasAssertedIdentity
    ? [["P-Asserted-Identity", `<sip:${aCaller.user}@example.com;user=phone>`]]
    : [];
  const headers: HeaderLine[] = [["Privacy", "id"]];
  return callScenario({ caller: anonymous, servers: [anEdge], headers, edit: adding(...known), ...options });
}
