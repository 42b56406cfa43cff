import { type CallOptions, callScenario } from "./call-scenario";
import { aCaller, anEdge, type Peer } from "./cast";
import type { HeaderLine } from "./draft";
import type { Edit, ScenarioMessage } from "./script";

/** The number that the caller claims, with a name to frighten with, and the one the network knows the line by. */
export const CLAIMED_NUMBER = "+12025550110";
export const ASSERTED_NUMBER = "+12025550143";

const claiming: Peer = { ...aCaller, user: CLAIMED_NUMBER, displayName: "City Police Dept" };

/**
 * A call whose caller forged From, Remote-Party-ID and P-Preferred-Identity; the edge asserts another number and says
 * that the claimed one failed validation (TS 24.229, verstat).
 */
export function forgedCall(options: CallOptions = {}): ScenarioMessage[] {
  const forged: HeaderLine[] = [
    ["P-Preferred-Identity", `<sip:${CLAIMED_NUMBER}@example.com>`],
    [
      "Remote-Party-ID",
      `"City Police Dept" <sip:${CLAIMED_NUMBER}@example.com>;party=calling;screen=yes;privacy=off`,
    ],
    ["Privacy", "none"],
  ];
  const asserted: HeaderLine = [
    "P-Asserted-Identity",
    `<sip:${ASSERTED_NUMBER}@example.com;user=phone;verstat=TN-Validation-Failed>`,
  ];
  return callScenario({
    caller: claiming,
    servers: [anEdge],
    headers: forged,
    edit: adding(asserted),
    ...options,
  });
}

/** The first server writes these headers into the INVITE. */
export function adding(...lines: HeaderLine[]): Edit {
  return (draft, hop) => (hop === 1 ? { ...draft, headers: [...draft.headers, ...lines] } : draft);
}
