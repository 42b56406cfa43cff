// What ordinary phones do in a call, as steps of a sipp scenario.
import { answer, byCaller, closing, opening } from "./sip-messages.mjs";
import { keep, mayReceive, pause, receive, send } from "./sipp-scenario.mjs";

/** Calls, talks for a while and hangs up. */
export function callsAndHangsUp(call, { talkMs = 600 } = {}) {
  return [
    send(opening(call)),
    mayReceive(100),
    mayReceive(180, { rrs: "true" }),
    receive(200, { rrs: "true" }),
    acknowledges(call),
    pause(talkMs),
    send(byCaller({ ...call, method: "BYE", number: 2, headers: [] })),
    receive(200),
  ];
}

export const acknowledges = (call) =>
  send(byCaller({ ...call, method: "ACK", number: call.number ?? 1, headers: [] }), {});

/** Calls and is refused with the status. */
export const callsAndIsRefused = (call, status) => [
  send(opening(call)),
  mayReceive(100),
  mayReceive(180),
  receive(status),
  send(closing({ ...call, method: "ACK" }), {}),
];

/** Calls, hears it ring and gives up. */
export const callsAndGivesUp = (call, { afterMs = 500 } = {}) => [
  send(opening(call)),
  mayReceive(100),
  receive(180),
  pause(afterMs),
  send(closing({ ...call, method: "CANCEL" })),
  receive(200),
  receive(487),
  send(closing({ ...call, method: "ACK" }), {}),
];

/** Keeps From and To of the INVITE, for requests of the side that was called. */
export const keepParties = {
  rrs: "true",
  actions: keep("caller", ".*", "From:") + keep("called", ".*", "To:"),
};

const rings = (user) => [receive("INVITE"), send(answer({ status: 180, reason: "Ringing", user }), {})];

/** Rings, picks up and waits for the other side to hang up. */
export const ringsAndAnswers = (user, { ringMs = 500 } = {}) => [
  ...rings(user),
  pause(ringMs),
  send(answer({ status: 200, reason: "OK", user, hasSdp: true })),
  receive("ACK"),
  ...isHungUp,
];

export const isHungUp = [receive("BYE"), send(answer({ status: 200, reason: "OK", isInside: true }), {})];

/** All Via lines of a message. */
const viaLines = "Via:[^[:cntrl:]]*([[:cntrl:]]+Via:[^[:cntrl:]]*)*";

/** Rings until the CANCEL comes. The 487 belongs to the INVITE, so its Vias and CSeq are those of the INVITE. */
export const ringsInVain = (user) => [
  receive("INVITE", { actions: keep("vias", viaLines) + keep("number", "[0-9]+", "CSeq:") }),
  send(answer({ status: 180, reason: "Ringing", user }), {}),
  receive("CANCEL"),
  send(answer({ status: 200, reason: "OK" }), {}),
  send(
    answer({ status: 487, reason: "Request Terminated" })
      .replace("[last_Via:]", "[$vias]")
      .replace("[last_CSeq:]", "CSeq: [$number] INVITE"),
  ),
  receive("ACK"),
];

/** Refuses the call at once. */
export const refuses = (status, reason, headers = []) => [
  receive("INVITE"),
  send(answer({ status, reason, headers })),
  receive("ACK"),
];
