import { setTimeout as wait } from "node:timers/promises";
import { baresip } from "./baresip-phone.mjs";
import { makeCertificate, onlyTls12 } from "./certificates.mjs";

const quiet = "regint=0;auth_pass=none";
const tone = (hertz) => ({ player: "aubridge,heard", source: `ausine,${hertz}` });

const maraAt = (at) => ({
  name: "mara",
  at,
  control: 16011,
  rtpPorts: "15510-15520",
  sound: tone(440),
  account: `"Mara" <sip:+12025550142@${at}>;answermode=auto;${quiet}`,
});

const theoAt = (at) => ({
  name: "theo",
  at,
  control: 16012,
  rtpPorts: "15530-15540",
  sound: tone(880),
  account: `"Theo" <sip:+12025550163@${at}>;${quiet}`,
});

/** Theo calls Mara; both are heard for as long as `during` takes. */
async function speak(stage, { mara, theo, uri, during }) {
  const called = await baresip(stage, mara);
  const caller = await baresip(stage, theo);
  await caller.tell("dial", uri);
  await during(caller);
  await caller.tell("hangup");
  await wait(500);
  await caller.stop();
  await called.stop();
}

/** About four seconds; Theo presses 4, 7 and #. baresip sends sound from 127.0.0.1, so both phones live there (its TLS port is the next one). */
const soundBothWays = (stage) =>
  speak(stage, {
    mara: maraAt("127.0.0.1:15111"),
    theo: theoAt("127.0.0.1:15121"),
    uri: "sip:+12025550142@127.0.0.1:15111",
    during: async (caller) => {
      await wait(1500);
      await caller.tell("sndcode", "47#");
      await wait(2300);
    },
  });

/** The phones announce 127.0.0.11 and .12, and the sound of both comes from 127.0.0.1. */
const soundFromElsewhere = (stage) =>
  speak(stage, {
    mara: maraAt("127.0.0.11:15111"),
    theo: theoAt("127.0.0.12:15112"),
    uri: "sip:+12025550142@127.0.0.11:15111",
    during: () => wait(1200),
  });

/** TLS 1.2 with a certificate of its own; the key of the sound (SDES) travels inside. */
async function tlsAndSrtp(stage) {
  const environment = onlyTls12(stage.folder);
  const secret = (phone, { more, uri }) => ({
    ...phone,
    environment,
    modules: ["srtp"],
    more: [`sip_certificate ${makeCertificate(stage.folder, phone.name)}`],
    account: `<${uri};transport=tls>;mediaenc=srtp-mand;${more}${quiet}`,
  });
  await speak(stage, {
    mara: secret(maraAt("127.0.0.1:15150"), { uri: "sip:mara@127.0.0.1:15151", more: "answermode=auto;" }),
    theo: secret(theoAt("127.0.0.1:15160"), { uri: "sip:theo@127.0.0.1:15161", more: "" }),
    uri: "sip:mara@127.0.0.1:15151;transport=tls",
    during: () => wait(2500),
  });
}

const inesAt = (at) => ({
  ...maraAt(at),
  name: "ines",
  control: 16013,
  rtpPorts: "15550-15560",
  account: `"Ines" <sip:+12025550118@${at}>;answermode=auto;${quiet}`,
});

/** Mara picks up and sends Theo on to Ines; all three are baresip, and Theo's phone keeps its port. */
async function transferByPhones(stage) {
  const ines = await baresip(stage, inesAt("127.0.0.13:15113"));
  const mara = await baresip(stage, maraAt("127.0.0.11:15111"));
  const theo = await baresip(stage, theoAt("127.0.0.12:15112"));
  await theo.tell("dial", "sip:+12025550142@127.0.0.11:15111");
  await wait(900);
  await mara.tell("transfer", "sip:+12025550118@127.0.0.13:15113");
  await wait(1500);
  await theo.tell("hangup");
  await wait(500);
  for (const phone of [theo, mara, ines]) await phone.stop();
}
// Only the signalling: the sound would come from 127.0.0.1.
transferByPhones.ports = "15100-15199";

export const spokenCalls = {
  "transfer-by-phones": transferByPhones,
  "sound-both-ways": soundBothWays,
  "sound-from-elsewhere": soundFromElsewhere,
  "tls-and-srtp": tlsAndSrtp,
};
