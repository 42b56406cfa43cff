import type { Endpoint } from "@/lib/captures/packet";
import { type CallOptions, callScenario } from "./call-scenario";
import { aCaller } from "./cast";
import type { ScenarioMessage } from "./script";

export const unannouncedSource: Endpoint = { address: "192.0.2.222", port: 17_500 };

/** A call whose sound reaches the called side from an address that no session description names. */
export function unannouncedMedia(options: CallOptions = {}): ScenarioMessage[] {
  return callScenario({ hasSound: true, ...options }).map((message) =>
    isCallersSound(message) ? { ...message, source: unannouncedSource } : message,
  );
}

function isCallersSound({ source }: ScenarioMessage): boolean {
  return source.address === aCaller.media.address && source.port === aCaller.media.port;
}
