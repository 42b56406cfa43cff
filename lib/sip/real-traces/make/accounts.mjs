import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { baresip } from "./baresip-phone.mjs";
import { kamailio } from "./kamailio-server.mjs";
import { from, mara, proxy, theo } from "./people.mjs";
import { acknowledges, callsAndHangsUp, ringsAndAnswers } from "./phones.mjs";
import { finished } from "./programs.mjs";
import { answer, byCaller, closing, opening } from "./sip-messages.mjs";
import { mayReceive, pause, receive, send, sipp } from "./sipp-scenario.mjs";

const realm = "phone.example.test";
const password = "a-made-up-word";
const call = { to: mara.uri, from: from("Theo", theo), user: theo.user };

const attempt = ({ number, word }) => [
  send(opening({ ...call, number, headers: [`[authentication username=theo password=${word}]`] })),
  mayReceive(100),
];
const challenged = (number) => [
  receive(407, { auth: "true" }),
  send(closing({ ...call, number, method: "ACK" }), {}),
];

/** Theo calls with no password, with a wrong one, and with the right one; kamailio asks for a digest (MD5). */
async function digestWrongThenRight(stage) {
  await kamailio(stage, {
    at: proxy,
    modules: ["auth"],
    arrivals: `
  if (!pv_proxy_authenticate("${realm}", "${password}", "0")) {
    proxy_challenge("${realm}", "1");
    exit;
  }
  consume_credentials();
  $du = "sip:${mara.at}";
  t_relay();`,
  });
  const called = sipp(stage, { name: "mara", at: mara.at, steps: ringsAndAnswers(mara.user) });
  await wait(400);
  const steps = [
    send(opening(call)),
    mayReceive(100),
    ...challenged(1),
    ...attempt({ number: 2, word: "guess" }),
    ...challenged(2),
    ...attempt({ number: 3, word: password }),
    mayReceive(180, { rrs: "true" }),
    receive(200, { rrs: "true" }),
    acknowledges({ ...call, number: 3 }),
    pause(600),
    send(byCaller({ ...call, method: "BYE", number: 4 })),
    receive(200),
  ];
  await finished(sipp(stage, { name: "theo", at: theo.at, to: proxy, steps }));
  await finished(called);
}

const sha256 = (...parts) => createHash("sha256").update(parts.join(":")).digest("hex");
const registrar = "sip:phone.example.test";
const nonce = "c5b1f0a97e3d42669d18a0f4";

/** RFC 8760 with qop=auth. The nonce is known beforehand because sipp itself does not reckon with SHA-256. */
function sha256Credentials() {
  const response = sha256(
    sha256("theo", realm, password),
    nonce,
    "00000001",
    "5f2e9b10",
    "auth",
    sha256("REGISTER", registrar),
  );
  const named = `username="theo", realm="${realm}", nonce="${nonce}", uri="${registrar}", response="${response}"`;
  return `Authorization: Digest ${named}, algorithm=SHA-256, cnonce="5f2e9b10", qop=auth, nc=00000001`;
}

/** A registration with SHA-256 in place of MD5: 401, and then 200. */
async function digestSha256(stage) {
  const registers = (number, headers) =>
    send(
      opening({
        method: "REGISTER",
        uri: registrar,
        to: theo.uri,
        from: `<${theo.uri}>`,
        user: theo.user,
        number,
        headers,
      }),
    );
  const challenge = `WWW-Authenticate: Digest realm="${realm}", nonce="${nonce}", algorithm=SHA-256, qop="auth"`;
  const server = sipp(stage, {
    name: "registrar",
    at: proxy,
    steps: [
      receive("REGISTER"),
      send(answer({ status: 401, reason: "Unauthorized", headers: [challenge] }), {}),
      receive("REGISTER"),
      send(answer({ status: 200, reason: "OK", headers: ["[last_Contact:];expires=600"] }), {}),
    ],
  });
  await wait(400);
  const steps = [
    registers(1, ["Expires: 600"]),
    receive(401),
    registers(2, ["Expires: 600", sha256Credentials()]),
    receive(200),
  ];
  await finished(sipp(stage, { name: "theo", at: theo.at, to: proxy, steps }));
  await finished(server);
}

/** Mara's baresip registers with kamailio; Theo's call is found a way by the location service; at the end she signs off. */
async function registrationThenCall(stage) {
  await kamailio(stage, {
    at: proxy,
    modules: ["usrloc", "registrar"],
    arrivals: `
  if (is_method("REGISTER")) { save("location"); exit; }
  if (!lookup("location")) { sl_send_reply("404", "Not Found"); exit; }
  t_relay();`,
  });
  const phone = await baresip(stage, {
    name: "mara",
    at: mara.at,
    control: 16011,
    rtpPorts: "15510-15520",
    account: `"Mara" <${mara.uri}>;outbound="sip:${proxy}";regint=60;auth_pass=none;answermode=auto`,
  });
  await wait(400);
  const steps = callsAndHangsUp(call);
  await finished(sipp(stage, { name: "theo", at: theo.at, to: proxy, steps }));
  await phone.stop();
}
registrationThenCall.ports = "15100-15199";

export const accounts = {
  "digest-wrong-then-right": digestWrongThenRight,
  "digest-sha-256": digestSha256,
  "registration-then-call": registrationThenCall,
};
