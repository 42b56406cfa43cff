import { type CallOptions, callScenario } from "./call-scenario";
import { anEdge } from "./cast";
import type { HeaderLine } from "./draft";
import { adding } from "./forged-call";
import { SCENARIO_START, type ScenarioMessage } from "./script";

type Signed = CallOptions & {
  /** The PASSporT in its compact form (RFC 8225), and where its certificate is said to lie. */
  passport: string;
  info?: string;
};

/** A call that the carrier at the edge has signed (RFC 8224, RFC 8588). */
export function shakenCall({
  passport,
  info = "https://certificates.example.com/carrier.pem",
  ...options
}: Signed): ScenarioMessage[] {
  const signedAt = new Date((options.startedAt ?? SCENARIO_START) / 1000);
  const lines: HeaderLine[] = [
    ["Date", signedAt.toUTCString()],
    ["Identity", `${passport};info=<${info}>;alg=ES256;ppt=shaken`],
  ];
  return callScenario({ servers: [anEdge], edit: adding(...lines), ...options });
}
