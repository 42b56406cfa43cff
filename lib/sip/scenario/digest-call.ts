import { aCalled, aCaller, anEdge, uriOf } from "./cast";
import { type Dialog, dialogBetween, opening } from "./dialog";
import { answerTo, type HeaderLine } from "./draft";
import { playCall } from "./play-call";
import { createScript, SCENARIO_START, type ScenarioMessage, type Script } from "./script";
import { token } from "./token";

type Options = { startedAt?: number; algorithm?: "MD5" | "SHA-256"; hasSecret?: boolean };

/** A telephone that has to show that it knows its secret (RFC 3261 section 22): to register, and to call. */
export function digestCall(options: Options = {}): ScenarioMessage[] {
  const { startedAt = SCENARIO_START, algorithm = "MD5" } = options;
  const script = createScript(startedAt, "udp");
  const account = dialogBetween({
    caller: aCaller,
    called: aCaller,
    callId: `${token("account")}@192.0.2.10`,
  });
  register(script, account, { algorithm, hasSecret: options.hasSecret ?? true });
  const dialog = dialogBetween({ caller: aCaller, called: aCalled });
  const toProxy = { path: [aCaller.place, anEdge], at: 2 };
  const asked = challenge("Proxy-Authenticate", algorithm);
  const sentAt = playCall(script, dialog, toProxy, {
    outcome: [407, "Proxy Authentication Required"],
    answerHeaders: [asked],
  });
  const headers = [response("Proxy-Authorization", { algorithm, uri: uriOf(aCalled) })];
  const path = [aCaller.place, anEdge, aCalled.place];
  playCall(script, dialog, { path, at: sentAt + 0.02, sequence: 2 }, { talkSeconds: 10, headers });
  return script.messages;
}

type Registering = { algorithm: string; hasSecret: boolean };

function register(script: Script, account: Dialog, { algorithm, hasSecret }: Registering): void {
  const path = [aCaller.place, anEdge];
  const uri = "sip:example.com";
  const first = script.carry(0, path, opening(account, "REGISTER", { uri }));
  const asked = [challenge("WWW-Authenticate", algorithm)];
  const refusal = { status: 401, reason: "Unauthorized", toTag: account.calledTag, headers: asked };
  script.carryBack(0.01, path, answerTo(first, refusal));
  const headers = [response("Authorization", { algorithm, uri })];
  const second = script.carry(0.05, path, opening(account, "REGISTER", { uri, sequence: 2, headers }));
  const answer = hasSecret
    ? { status: 200, reason: "OK", headers: [["Expires", "3600"] as const] }
    : { status: 403, reason: "Forbidden" };
  script.carryBack(0.06, path, answerTo(second, { ...answer, toTag: account.calledTag }));
}

export function challenge(name: string, algorithm: string): HeaderLine {
  return [name, `Digest realm="example.com", nonce="${token(name)}", algorithm=${algorithm}, qop="auth"`];
}

/** An answer to a challenge in the right form; its figures are made up, as nobody checks them here. */
export function response(
  name: string,
  { algorithm, uri, user = aCaller.user }: { algorithm: string; uri: string; user?: string },
): HeaderLine {
  const figure = token(uri).repeat(algorithm === "MD5" ? 4 : 8);
  const parts = [
    `username="${user}"`,
    'realm="example.com"',
    `nonce="${token(name)}"`,
    `uri="${uri}"`,
    `response="${figure}"`,
    `algorithm=${algorithm}`,
    'cnonce="0a4f113b"',
    "qop=auth",
    "nc=00000001",
  ];
  return [name, `Digest ${parts.join(", ")}`];
}
