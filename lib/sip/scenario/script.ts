import type { Endpoint, Transport } from "@/lib/captures/packet";
import { type Draft, draftText, forwarded, type HeaderLine, headerOf, hostPort, passedBack } from "./draft";
import { token } from "./token";

/** One message of a made-up trace. `text` is bytes read as ISO 8859-1: a SIP message, or a packet of sound. */
export type ScenarioMessage = {
  /** Microseconds since 1970-01-01 UTC. */
  at: number;
  source: Endpoint;
  destination: Endpoint;
  transport: Transport;
  text: string;
};

/** Tuesday, 3 March 2026, 21:14:05 UTC. */
export const SCENARIO_START = Date.UTC(2026, 2, 3, 21, 14, 5) * 1000;

const HOP_SECONDS = 0.0004;

/** What a proxy on the way changes in what it forwards; `hop` is 1 for the first one that gets the request. */
export type Edit = (draft: Draft, hop: number) => Draft;

export type Script = {
  messages: ScenarioMessage[];
  send(seconds: number, source: Endpoint, destination: Endpoint, draft: Draft): void;
  /** Sends a request from the first place to the last; gives it as the last one got it. */
  carry(seconds: number, path: readonly Endpoint[], draft: Draft, edit?: Edit): Draft;
  /** Sends an answer back from the last place to the first. */
  carryBack(seconds: number, path: readonly Endpoint[], draft: Draft): void;
};

export function createScript(startedAt: number, transport: Transport): Script {
  const messages: ScenarioMessage[] = [];
  const send: Script["send"] = (seconds, source, destination, draft) => {
    const at = startedAt + Math.round(seconds * 1e6);
    messages.push({ at, source, destination, transport, text: draftText(draft) });
  };
  const hops = (path: readonly Endpoint[]) =>
    path.slice(1).map((to, hop) => [path[hop] as Endpoint, to] as const);
  return {
    messages,
    send,
    carry(seconds, path, draft, edit = (same) => same) {
      let carried = draft;
      for (const [hop, [from, to]] of hops(path).entries()) {
        if (hop > 0) carried = edit(sentOn(carried, from), hop);
        send(seconds + hop * HOP_SECONDS, from, to, carried);
      }
      return carried;
    },
    carryBack(seconds, path, draft) {
      let carried = draft;
      for (const [hop, [from, to]] of hops(path.toReversed()).entries()) {
        if (hop > 0) carried = passedBack(carried);
        send(seconds + hop * HOP_SECONDS, from, to, carried);
      }
    },
  };
}

// RFC 3261 section 16.6: a proxy that wants to see the rest of the dialog writes itself into the Record-Route.
function sentOn(draft: Draft, by: Endpoint): Draft {
  const isInvite = draft.startLine.startsWith("INVITE");
  const added: HeaderLine[] = isInvite ? [["Record-Route", `<sip:${hostPort(by)};lr>`]] : [];
  return forwarded(draft, { by, branch: `z9hG4bK${token(hostPort(by) + branchOf(draft))}`, added });
}

function branchOf(draft: Draft): string {
  return /branch=([^;,\s]+)/.exec(headerOf(draft, "Via"))?.[1] ?? "";
}

/** Messages of one or several scripts as one trace. */
export function inTime(messages: readonly ScenarioMessage[]): ScenarioMessage[] {
  return messages.toSorted((one, other) => one.at - other.at);
}
