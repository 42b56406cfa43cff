import type { Line } from "./story/line";

/*
 * Two telephones that know each other (RFC 3261 section 12), by Call-ID and the tags of both.
 *
 *   early --2xx--> confirmed --BYE--> terminated
 *     +--- 3xx-6xx, no more heard --> terminated
 */
export type Dialog = {
  call: number;
  callId: string;
  /** Tag of the side that asked first, and of the side that answered. */
  callerTag: string;
  calledTag: string;
  state: "early" | "confirmed" | "terminated";
  /** Columns: who asked, and from where the answer came first. */
  from: string;
  to: string;
  /** Numbers of its messages. */
  messages: number[];
};

/** The dialogs that the lines show, in the order in which they began; several of one INVITE are the mark of forking. */
export function dialogsOf(lines: Line[]): Dialog[] {
  const dialogs = new Map<string, Dialog>();
  for (const line of lines) {
    const { fromTag, toTag, callId } = line.facts;
    if (fromTag === "" || toTag === "") continue;
    const known = dialogs.get(nameOf(callId, fromTag, toTag)) ?? dialogs.get(nameOf(callId, toTag, fromTag));
    const dialog = known ?? beginning(line);
    if (!dialog) continue;
    dialogs.set(nameOf(callId, dialog.callerTag, dialog.calledTag), dialog);
    dialog.messages.push(line.number);
    dialog.state = nextState(dialog, line);
  }
  return [...dialogs.values()];
}

function nameOf(callId: string, one: string, other: string): string {
  return `${callId}\n${one}\n${other}`;
}

/** RFC 3261 section 12.1: an answer to INVITE (or SUBSCRIBE, REFER) begins a dialog; a refusal's tag does not. */
function beginning(line: Line): Dialog | undefined {
  const { isRequest, method, status, callId, fromTag, toTag } = line.facts;
  if (!isRequest && (status === 100 || status >= 300 || !makesDialogs.has(method))) return undefined;
  if (isRequest && method === "ACK") return undefined;
  return {
    call: line.call,
    callId,
    callerTag: fromTag,
    calledTag: toTag,
    state: isRequest ? "confirmed" : "early",
    from: isRequest ? line.from : line.to,
    to: isRequest ? line.to : line.from,
    messages: [],
  };
}

const makesDialogs = new Set(["INVITE", "SUBSCRIBE", "NOTIFY", "REFER"]);

function nextState({ state }: Dialog, { facts }: Line): Dialog["state"] {
  if (state === "terminated") return state;
  if (facts.method === "BYE") return facts.isRequest || facts.status < 300 ? "terminated" : state;
  if (facts.isRequest || !makesDialogs.has(facts.method) || state === "confirmed") return state;
  if (facts.status >= 300) return "terminated";
  return facts.status >= 200 ? "confirmed" : state;
}
