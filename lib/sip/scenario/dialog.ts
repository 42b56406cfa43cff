import type { Transport } from "@/lib/captures/packet";
import { contactOf, nameOf, type Peer, uriOf } from "./cast";
import { type Draft, type HeaderLine, viaOf } from "./draft";
import { token } from "./token";

/** Two telephones and what their messages have in common. */
export type Dialog = {
  caller: Peer;
  called: Peer;
  callId: string;
  callerTag: string;
  calledTag: string;
  transport: Transport;
};

type Parts = Partial<Dialog> & Pick<Dialog, "caller" | "called">;

export function dialogBetween({ caller, called, ...rest }: Parts): Dialog {
  const callId = rest.callId ?? `${token(caller.user + called.user)}@${caller.place.address}`;
  return {
    caller,
    called,
    callId,
    callerTag: rest.callerTag ?? token(`${callId} caller`),
    calledTag: rest.calledTag ?? token(`${callId} called`),
    transport: rest.transport ?? "udp",
  };
}

type Extras = { sequence?: number; headers?: readonly HeaderLine[]; body?: string; uri?: string };

/** The request that begins a dialog, or one outside any (REGISTER, OPTIONS). */
export function opening(dialog: Dialog, method: string, extras: Extras = {}): Draft {
  const { caller, called } = dialog;
  return draftOf(dialog, method, {
    by: caller,
    from: `${nameOf(caller)};tag=${dialog.callerTag}`,
    to: nameOf(called),
    uri: extras.uri ?? uriOf(called),
    extras,
  });
}

/** A request inside the dialog, by either side. */
export function within(
  dialog: Dialog,
  method: string,
  { by = "caller", ...extras }: Extras & { by?: "caller" | "called" } = {},
): Draft {
  const sides = [
    { one: dialog.caller, tag: dialog.callerTag },
    { one: dialog.called, tag: dialog.calledTag },
  ] as const;
  const [from, to] = by === "caller" ? sides : [sides[1], sides[0]];
  return draftOf(dialog, method, {
    by: from.one,
    from: `${nameOf(from.one)};tag=${from.tag}`,
    to: `${nameOf(to.one)};tag=${to.tag}`,
    uri: extras.uri ?? contactOf(to.one).slice(1, -1),
    extras: { sequence: 2, ...extras },
  });
}

type Wanted = { by: Peer; from: string; to: string; uri: string; extras: Extras };

function draftOf(dialog: Dialog, method: string, { by, from, to, uri, extras }: Wanted): Draft {
  const { sequence = 1, headers = [], body = "" } = extras;
  const type: HeaderLine[] =
    body.startsWith("v=0") && !hasType(headers) ? [["Content-Type", "application/sdp"]] : [];
  return {
    startLine: `${method} ${uri} SIP/2.0`,
    headers: [
      viaOf(by.place, branchOf(dialog, method, sequence), dialog.transport.toUpperCase()),
      ["Max-Forwards", "70"],
      ["From", from],
      ["To", to],
      ["Call-ID", dialog.callId],
      ["CSeq", `${sequence} ${method}`],
      ["Contact", contactOf(by)],
      ["User-Agent", by.software],
      ...headers,
      ...type,
    ],
    body,
  };
}

function hasType(headers: readonly HeaderLine[]): boolean {
  return headers.some(([name]) => name === "Content-Type");
}

// RFC 3261 section 9.1: a CANCEL has the branch of the request that it takes back.
function branchOf({ callId }: Dialog, method: string, sequence: number): string {
  return `z9hG4bK${token(`${callId} ${method === "CANCEL" ? "INVITE" : method} ${sequence}`)}`;
}
