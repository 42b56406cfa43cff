import { setTimeout as wait } from "node:timers/promises";
import { from, ines, mara, theo } from "./people.mjs";
import { acknowledges, callsAndHangsUp, isHungUp, keepParties, ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { answer, byCalled, byCaller, opening } from "./sip-messages.mjs";
import { keep, label, mayReceive, pause, receive, send, sipp } from "./sipp-scenario.mjs";

const theoCallsMara = { to: mara.uri, from: from("Theo", theo), user: theo.user };
const referredBy = `Referred-By: <${mara.uri}>`;
const progress = (line) => ({ type: "message/sipfrag;version=2.0", text: line });
const ok = send(answer({ status: 200, reason: "OK", isInside: true }), {});

/** Theo's side of the call that is transferred: how long his new call takes to be picked up, and then the good-bye. */
const isTransferred = ({ newCallMs }) => [
  send(opening(theoCallsMara)),
  mayReceive(100),
  mayReceive(180, { rrs: "true" }),
  receive(200, { rrs: "true" }),
  acknowledges(theoCallsMara),
  receive("REFER"),
  send(answer({ status: 202, reason: "Accepted", user: theo.user, isInside: true }), {}),
  send(notify(2, "SIP/2.0 100 Trying", "active;expires=60")),
  receive(200),
  pause(newCallMs),
  send(notify(3, "SIP/2.0 200 OK", "terminated;reason=noresource")),
  receive(200),
  ...isHungUp,
];

const notify = (number, line, state) =>
  byCaller({
    ...theoCallsMara,
    method: "NOTIFY",
    number,
    headers: ["Event: refer", `Subscription-State: ${state}`],
    body: progress(line),
  });

/** Mara's side: picks up, and after a while hands Theo on. */
const transfers = ({ referTo, talkMs, tag }) => [
  receive("INVITE", keepParties),
  send(answer({ status: 180, reason: "Ringing", user: mara.user, tag }), {}),
  pause(300),
  send(answer({ status: 200, reason: "OK", user: mara.user, tag, hasSdp: true })),
  receive("ACK"),
  pause(talkMs),
  send(
    byCalled({
      method: "REFER",
      number: 1,
      user: mara.user,
      tag,
      headers: [`Refer-To: ${referTo}`, referredBy],
    }),
  ),
  receive(202),
  receive("NOTIFY"),
  ok,
  receive("NOTIFY"),
  ok,
  send(byCalled({ method: "BYE", number: 2, tag })),
  receive(200),
];

/** Mara sends Theo on to Ines and does not wait. Theo's phone calls Ines from a port of its own. */
async function blindTransfer(stage) {
  const newCall = { to: ines.uri, from: from("Theo", theo), user: theo.user, headers: [referredBy] };
  const target = sipp(stage, { name: "ines", at: ines.at, steps: ringsAndAnswers(ines.user) });
  const called = sipp(stage, {
    name: "mara",
    at: mara.at,
    steps: transfers({ referTo: `<${ines.uri}>`, talkMs: 800 }),
  });
  await wait(400);
  const first = sipp(stage, {
    name: "theo",
    at: theo.at,
    to: mara.at,
    steps: isTransferred({ newCallMs: 900 }),
  });
  await wait(1350);
  const steps = callsAndHangsUp(newCall, { talkMs: 1200 });
  await finished(sipp(stage, { name: "theo-again", at: "127.0.0.12:15122", to: ines.at, steps }));
  for (const program of [first, called, target]) await finished(program);
}

/** The call of Mara to Ines that Theo takes over: its name is known beforehand, so that Refer-To can hold it. */
const consultation = { callId: "consultation-4c21@127.0.0.11", maraTag: "mara4c21", inesTag: "ines90ab" };
const replaces = `${consultation.callId};to-tag=${consultation.inesTag};from-tag=${consultation.maraTag}`;

/** Ines' phone: a call that Replaces another ends that other (RFC 3891 section 3); any other is answered and waits. */
const isConsulted = [
  receive("INVITE", {
    ...keepParties,
    actions: keepParties.actions + keep("replaces", "to-tag.*", "Replaces:"),
  }),
  `<nop test="replaces" next="7"/>`,
  send(answer({ status: 180, reason: "Ringing", user: ines.user, tag: consultation.inesTag }), {}),
  pause(200),
  send(answer({ status: 200, reason: "OK", user: ines.user, tag: consultation.inesTag, hasSdp: true })),
  receive("ACK"),
  pause(1600),
  send(byCalled({ method: "BYE", number: 1, tag: consultation.inesTag })),
  `<recv response="200" next="9"/>`,
  label(7),
  send(answer({ status: 200, reason: "OK", user: ines.user, hasSdp: true })),
  receive("ACK"),
  ...isHungUp,
  label(9),
];

const consults = { to: ines.uri, from: from("Mara", mara), user: mara.user, tag: consultation.maraTag };
const consulting = [
  send(opening(consults)),
  mayReceive(100),
  mayReceive(180, { rrs: "true" }),
  receive(200, { rrs: "true" }),
  acknowledges(consults),
  receive("BYE"),
  ok,
];

/** Mara asks Ines first, then has Theo take her place in that call. */
async function attendedTransfer(stage) {
  const referTo = `<${ines.uri}?Replaces=${encodeURIComponent(replaces)}>`;
  const newCall = {
    to: ines.uri,
    from: from("Theo", theo),
    user: theo.user,
    headers: [`Replaces: ${replaces}`, referredBy],
  };
  const target = sipp(stage, { name: "ines", at: ines.at, steps: isConsulted, calls: 2 });
  const called = sipp(stage, { name: "mara", at: mara.at, steps: transfers({ referTo, talkMs: 2000 }) });
  await wait(400);
  const first = sipp(stage, {
    name: "theo",
    at: theo.at,
    to: mara.at,
    steps: isTransferred({ newCallMs: 700 }),
  });
  await wait(800);
  const options = ["-cid_str", consultation.callId];
  const consultant = sipp(stage, {
    name: "mara-consults",
    at: "127.0.0.11:15123",
    to: ines.at,
    steps: consulting,
    options,
  });
  await wait(1800);
  const steps = callsAndHangsUp(newCall, { talkMs: 1200 });
  await finished(sipp(stage, { name: "theo-again", at: "127.0.0.12:15122", to: ines.at, steps }));
  for (const program of [first, called, consultant, target]) await finished(program);
}

export const transfersOfCalls = { "blind-transfer": blindTransfer, "attended-transfer": attendedTransfer };
