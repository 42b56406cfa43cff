import { setTimeout as wait } from "node:timers/promises";
import { from, mara, theo } from "./people.mjs";
import { ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { answer, byCaller, opening } from "./sip-messages.mjs";
import { mayReceive, pause, receive, send, sipp } from "./sipp-scenario.mjs";

const controller = { uri: "sip:+12025550190@office.example.test", user: "office" };
const toTheo = { to: theo.uri, from: from("Office", controller), user: controller.user };
const toMara = { to: mara.uri, from: from("Office", controller), user: controller.user };

/** What the two halves of the controller tell each other: one call's name and the other side's offer or answer. */
const tellsOther = (sdp) => `<sendCmd><![CDATA[\nCall-ID: [call_id]\n\n[$${sdp}]\n]]></sendCmd>`;
const isTold = (sdp) => `<recvCmd><action>${keepsBody(sdp)}</action></recvCmd>`;
const keepsBody = (name) => `<ereg regexp="v=0.*" search_in="body" check_it="true" assign_to="${name}"/>`;
const withBody = (text, sdp) =>
  `${text.replace(/^Content-.*$/gm, "").trimEnd()}\nContent-Type: application/sdp\nContent-Length: [len]\n\n[$${sdp}]`;
/** sipp tells calls by what follows the slashes, so the two dialogs can have Call-IDs of their own. */
const otherCallId = (text) => text.replace("Call-ID: [call_id]", "Call-ID: second///[call_id]");

const bye = (call) => send(byCaller({ ...call, method: "BYE", number: 2 }));

/** Asks Theo without an offer, and answers his with what Mara said (RFC 3725, flow I with her INVITE second). */
const halfForTheo = [
  send(opening({ ...toTheo, hasOffer: false })),
  mayReceive(100),
  mayReceive(180, { rrs: "true" }),
  receive(200, { rrs: "true", actions: keepsBody("offer") }),
  tellsOther("offer"),
  isTold("reply"),
  send(withBody(byCaller({ ...toTheo, method: "ACK", number: 1 }), "reply"), {}),
  pause(800),
  bye(toTheo),
  receive(200),
];

const halfForMara = [
  isTold("offer"),
  send(otherCallId(withBody(opening({ ...toMara, hasOffer: false }), "offer"))),
  mayReceive(100),
  mayReceive(180, { rrs: "true" }),
  receive(200, { rrs: "true", actions: keepsBody("reply") }),
  send(otherCallId(byCaller({ ...toMara, method: "ACK", number: 1 })), {}),
  tellsOther("reply"),
  pause(900),
  send(otherCallId(byCaller({ ...toMara, method: "BYE", number: 2 }))),
  receive(200),
];

const picksUp = [
  receive("INVITE"),
  send(answer({ status: 200, reason: "OK", user: theo.user, hasSdp: true })),
  receive("ACK"),
  receive("BYE"),
  send(answer({ status: 200, reason: "OK", isInside: true }), {}),
];

/** An office calls Theo and Mara and joins them: neither called the other. */
export async function joinedByThird(stage) {
  const options = ["-3pcc", "127.0.0.1:16051"];
  const one = sipp(stage, { name: "theo", at: theo.at, steps: picksUp });
  const two = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const second = sipp(stage, {
    name: "office-to-mara",
    at: "127.0.0.51:15152",
    to: mara.at,
    steps: halfForMara,
    options,
  });
  await wait(400);
  const first = sipp(stage, {
    name: "office-to-theo",
    at: "127.0.0.51:15151",
    to: theo.at,
    steps: halfForTheo,
    options,
  });
  for (const program of [first, second, one, two]) await finished(program);
}
