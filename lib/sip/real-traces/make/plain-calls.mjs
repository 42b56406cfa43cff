import { setTimeout as wait } from "node:timers/promises";
import { kamailio } from "./kamailio-server.mjs";
import { from, ines, mara, proxy, theo } from "./people.mjs";
import { callsAndHangsUp, ringsAndAnswers, ringsInVain } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { sipp } from "./sipp-scenario.mjs";

const theoCallsMara = { to: mara.uri, from: from("Theo", theo), user: theo.user };

/** Theo calls Mara through a proxy that stays in the path. */
async function callByProxy(stage) {
  await kamailio(stage, { at: proxy, arrivals: `$du = "sip:${mara.at}"; t_relay();` });
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  await finished(
    sipp(stage, { name: "theo", at: theo.at, to: proxy, steps: callsAndHangsUp(theoCallsMara) }),
  );
  await finished(called);
}

/** Mara's number rings on two phones at once; the desk picks up and the other is cancelled. */
async function parallelForking(stage) {
  await kamailio(stage, {
    at: proxy,
    arrivals: `
  $ru = "sip:mara-mobile@mobile.example.test";
  $du = "sip:${ines.at}";
  append_branch();
  $ru = "sip:mara-desk@desk.example.test";
  $du = "sip:${mara.at}";
  t_relay();`,
  });
  const desk = sipp(stage, {
    name: "desk",
    at: mara.at,
    steps: ringsAndAnswers("mara-desk", { ringMs: 900 }),
  });
  const mobile = sipp(stage, { name: "mobile", at: ines.at, steps: ringsInVain("mara-mobile") });
  await wait(400);
  await finished(
    sipp(stage, { name: "theo", at: theo.at, to: proxy, steps: callsAndHangsUp(theoCallsMara) }),
  );
  await finished(desk);
  await finished(mobile);
}

/** The same call without a proxy, three times over one TCP connection. */
async function callByTcp(stage) {
  const tcp = { calls: 3, options: ["-t", "t1"] };
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user), ...tcp });
  await wait(400);
  const steps = callsAndHangsUp(theoCallsMara);
  await finished(sipp(stage, { name: "theo", at: theo.at, to: mara.at, steps, ...tcp }));
  await finished(called);
}

/** The same call over IPv6: one address, two ports. */
async function callByIpv6(stage) {
  const called = sipp(stage, { name: "mara", at: "[::1]:15111", steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const steps = callsAndHangsUp(theoCallsMara);
  await finished(sipp(stage, { name: "theo", at: "[::1]:15112", to: "[::1]:15111", steps }));
  await finished(called);
}

export const plainCalls = {
  "call-by-proxy": callByProxy,
  "parallel-forking": parallelForking,
  "call-by-tcp": callByTcp,
  "call-by-ipv6": callByIpv6,
};
