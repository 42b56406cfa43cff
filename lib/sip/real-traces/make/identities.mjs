import { setTimeout as wait } from "node:timers/promises";
import { kamailio } from "./kamailio-server.mjs";
import { edge, mara, stranger } from "./people.mjs";
import { callsAndHangsUp, ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { sipp } from "./sipp-scenario.mjs";

/** What the edge of a provider does: no word of the caller's about a network's word, and then its own. */
const assertsItself = (asserted) => `
  remove_hf("P-Asserted-Identity");
  append_hf("P-Asserted-Identity: ${asserted}\\r\\n", "Call-ID");
  append_hf("P-Charging-Vector: icid-value=7d1c44e0a9;icid-generated-at=127.0.0.31;orig-ioi=edge.example.test\\r\\n", "Call-ID");
  $du = "sip:${mara.at}";
  t_relay();`;

const throughTheEdge = (call, asserted) => async (stage) => {
  await kamailio(stage, { at: edge, arrivals: assertsItself(asserted) });
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const steps = callsAndHangsUp({ to: mara.uri, user: stranger.user, ...call });
  await finished(sipp(stage, { name: "stranger", at: stranger.at, to: edge, steps }));
  await finished(called);
};

/** The stranger forges its From and every header by which a network would speak; the edge knows another number. */
const forgedFrom = throughTheEdge(
  {
    from: `"Town Bank Security" <sip:+12025550100@bank.example.test>`,
    headers: [
      `P-Asserted-Identity: "Town Bank Security" <sip:+12025550100@bank.example.test>`,
      `P-Preferred-Identity: "Town Bank Security" <sip:+12025550100@bank.example.test>`,
      `Remote-Party-ID: "Town Bank Security" <sip:+12025550100@bank.example.test>;party=calling;screen=yes;privacy=off`,
    ],
  },
  "<sip:+12025550177;verstat=TN-Validation-Failed@edge.example.test;user=phone>",
);

/** The caller asks to be withheld (RFC 3323, RFC 3325); the edge adds the number for those it trusts. */
const withheld = throughTheEdge(
  { from: `"Anonymous" <sip:anonymous@anonymous.invalid>`, headers: ["Privacy: id"] },
  "<sip:+12025550177@edge.example.test;user=phone>",
);

/** From and the edge agree: nothing to be alarmed at. */
const agreeing = throughTheEdge(
  { from: `"Ines" <sip:+12025550118@edge.example.test>` },
  "<sip:+12025550118@edge.example.test;user=phone>",
);

export const identities = {
  "forged-from": forgedFrom,
  "caller-withheld": withheld,
  "caller-asserted": agreeing,
};
