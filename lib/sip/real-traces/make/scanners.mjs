import { setTimeout as wait } from "node:timers/promises";
import { kamailio } from "./kamailio-server.mjs";
import { proxy } from "./people.mjs";
import { splitPlace } from "./sipp-scenario.mjs";

const [server, port] = splitPlace(proxy);
// The scanner's own address and port, so that the filter sees it.
const own = ["-b", "127.0.0.66", "-x", "127.0.0.66", "-P", "15166"];

/** A server with two accounts, 1001 and 1003, which asks for a digest; it knows nobody else. */
const guarded = (stage) =>
  kamailio(stage, {
    at: proxy,
    modules: ["auth"],
    arrivals: `
  if (is_method("OPTIONS")) { sl_send_reply("200", "OK"); exit; }
  if (is_method("ACK")) exit;
  if ($tU != "1001" && $tU != "1003") { sl_send_reply("404", "Not Found"); exit; }
  if (!pv_www_authenticate("phone.example.test", "103", "0")) {
    www_challenge("phone.example.test", "1");
    exit;
  }
  sl_send_reply("200", "OK");`,
  });

const scans = (command, args) => async (stage) => {
  await guarded(stage);
  const scanner = stage.start(command, [...own, ...args]);
  await Promise.race([scanner.ended, wait(12_000)]);
  await scanner.stop("SIGINT");
};

export const scanners = {
  /** Which of eight addresses speak SIP? */
  "scanner-looks-for-servers": scans("svmap", ["-p", port, "127.0.0.28-127.0.0.35"]),
  /** Which numbers have an account? */
  "scanner-looks-for-accounts": scans("svwar", ["-p", port, "-e", "1000-1006", server]),
  /** What is the password of 1001? */
  "scanner-guesses-passwords": scans("svcrack", ["-p", port, "-u", "1001", "-r", "100-106", server]),
};
