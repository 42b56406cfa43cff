import { setTimeout as wait } from "node:timers/promises";
import { kamailio } from "./kamailio-server.mjs";
import { from, ines, mara, proxy, theo } from "./people.mjs";
import { callsAndHangsUp, callsAndIsRefused, refuses, ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { sipp, splitPlace } from "./sipp-scenario.mjs";

const call = { to: mara.uri, from: from("Theo", theo), user: theo.user };
const diversion = `Diversion: <${mara.uri}>;reason=unconditional;counter=1;privacy=off`;
const inesAtHerPhone = `sip:+12025550118@${ines.at}`;
const moved = refuses(302, "Moved Temporarily", [`Contact: <${inesAtHerPhone}>`, diversion]);

const goesTo = (place) => {
  const [host, port] = splitPlace(place);
  return `<nop><action><setdest host="${host}" port="${port}" protocol="UDP"/></action></nop>`;
};

/** Mara's number answers 302 with Ines' phone; Theo's phone calls there itself, with CSeq 2 of the same call. */
async function followedByCaller(stage) {
  const steps = [
    ...callsAndIsRefused(call, 302),
    goesTo(ines.at),
    ...callsAndHangsUp({ ...call, uri: inesAtHerPhone, number: 2, headers: [diversion] }),
  ];
  const server = sipp(stage, { name: "mara", at: mara.at, steps: moved });
  const target = sipp(stage, { name: "ines", at: ines.at, steps: ringsAndAnswers(ines.user) });
  await wait(400);
  await finished(sipp(stage, { name: "theo", at: theo.at, to: mara.at, steps }));
  await finished(server);
  await finished(target);
}

/** The same 302, but the proxy in between follows it (RFC 3261 section 16.5) and says so in Diversion and History-Info. */
async function followedByProxy(stage) {
  await kamailio(stage, {
    at: proxy,
    modules: ["acc", "uac_redirect"],
    arrivals: `
  $du = "sip:${mara.at}";
  t_on_failure("MOVED");
  t_relay();`,
    routes: `
failure_route[MOVED] {
  if (t_check_status("302") && get_redirects("1:1")) {
    append_hf("${diversion}\\r\\n", "Call-ID");
    append_hf("History-Info: <${mara.uri}?Reason=SIP%3Bcause%3D302>;index=1,<${inesAtHerPhone}>;index=1.1\\r\\n", "Call-ID");
    t_relay();
  }
}`,
  });
  const server = sipp(stage, { name: "mara", at: mara.at, steps: moved });
  const target = sipp(stage, { name: "ines", at: ines.at, steps: ringsAndAnswers(ines.user) });
  await wait(400);
  await finished(sipp(stage, { name: "theo", at: theo.at, to: proxy, steps: callsAndHangsUp(call) }));
  await finished(server);
  await finished(target);
}

export const redirects = {
  "redirect-followed-by-caller": followedByCaller,
  "redirect-followed-by-proxy": followedByProxy,
};
