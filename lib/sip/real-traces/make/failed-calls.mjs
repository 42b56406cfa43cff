import { setTimeout as wait } from "node:timers/promises";
import { kamailio } from "./kamailio-server.mjs";
import { from, mara, proxy, theo } from "./people.mjs";
import { callsAndGivesUp, callsAndIsRefused, refuses, ringsInVain } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { sipp } from "./sipp-scenario.mjs";

const call = { to: mara.uri, from: from("Theo", theo), user: theo.user };

const played = (callerSteps, calledSteps, arrivals) => async (stage) => {
  await kamailio(stage, {
    at: proxy,
    arrivals,
    parameters: [
      ["tm", "fr_timer", 2000],
      ["tm", "fr_inv_timer", 1500],
    ],
  });
  const called = calledSteps && sipp(stage, { name: "mara", at: mara.at, steps: calledSteps });
  await wait(400);
  await finished(sipp(stage, { name: "theo", at: theo.at, to: proxy, steps: callerSteps }));
  if (called) await finished(called);
};

const toMara = `$du = "sip:${mara.at}"; t_relay();`;

export const failedCalls = {
  "cancelled-while-ringing": played(callsAndGivesUp(call), ringsInVain(mara.user), toMara),
  busy: played(callsAndIsRefused(call, 486), refuses(486, "Busy Here"), toMara),
  "unknown-number": played(callsAndIsRefused(call, 404), undefined, `sl_send_reply("404", "Not Found");`),
  "nobody-answers": played(callsAndIsRefused(call, 408), ringsInVain(mara.user), toMara),
};
