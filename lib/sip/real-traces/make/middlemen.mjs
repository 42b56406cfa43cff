import { setTimeout as wait } from "node:timers/promises";
import { baresip } from "./baresip-phone.mjs";
import { kamailio } from "./kamailio-server.mjs";
import { from, mara, theo } from "./people.mjs";
import { callsAndHangsUp, ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { sipp } from "./sipp-scenario.mjs";

const office = "127.0.0.41:15141";

/** baresip between two calls: it answers Theo and calls Mara anew, and no header joins the two. */
async function middlemanWithoutLink(stage) {
  const middleman = await baresip(stage, {
    name: "middleman",
    at: office,
    control: 16041,
    rtpPorts: "15550-15560",
    applications: ["b2bua"],
    account: `<sip:office@127.0.0.41:15141>;b2bua=inbound;regint=0;auth_pass=none
<sip:office-line@127.0.0.41:15141>;b2bua=outbound;regint=0;auth_pass=none`,
  });
  const uri = `sip:+12025550142@${mara.at}`;
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const steps = callsAndHangsUp({
    uri: "sip:+12025550142@office.example.test",
    to: uri,
    from: from("Theo", theo),
    user: theo.user,
  });
  await finished(sipp(stage, { name: "theo", at: theo.at, to: office, steps }));
  await finished(called);
  await middleman.stop();
}

// baresip sends its sound from 127.0.0.1, whatever its own address: here only the signalling is captured.
middlemanWithoutLink.ports = "15100-15199";

/** kamailio hides the one side from the other (topoh with a masked Call-ID); Session-ID and X-Call-ID tell all the same. */
async function middlemanWithLink(stage) {
  await kamailio(stage, {
    at: office,
    modules: ["topoh"],
    parameters: [
      ["topoh", "mask_key", "an example"],
      ["topoh", "mask_ip", "127.0.0.41"],
      ["topoh", "mask_callid", 1],
    ],
    arrivals: `append_hf("X-Call-ID: $ci\\r\\n", "Call-ID"); $du = "sip:${mara.at}"; t_relay();`,
  });
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const headers = ["Session-ID: 3a41c58e7f0240d6b1f7a92e5d64c803;remote=00000000000000000000000000000000"];
  const steps = callsAndHangsUp({ to: mara.uri, from: from("Theo", theo), user: theo.user, headers });
  await finished(sipp(stage, { name: "theo", at: theo.at, to: office, steps }));
  await finished(called);
}

export const middlemen = {
  "middleman-without-link": middlemanWithoutLink,
  "middleman-with-link": middlemanWithLink,
};
