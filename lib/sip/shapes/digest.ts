import { readAuth } from "../auth-params";
import type { Shape } from "../call-story";
import { paramValue } from "../header-params";
import { headerValues } from "../header-values";
import type { Line } from "../story/line";
import { numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Digest = Extract<Shape, { kind: "digest" }>;
type Challenge = { line: Line; realm: string; algorithm: string };
/** A request that answers challenges; in whose name, by realm, "" when it names nobody. */
type Try = Pick<Transaction, "final" | "status" | "provisional"> & {
  request: Line;
  users: Map<string, string>;
};

/** RFC 3261 section 22, RFC 8760: a server asks for proof of a shared secret; one shape for each server and realm. */
export function digestShapes(scene: Scene): Shape[] {
  const asked = new Map<string, Challenge>();
  for (const transaction of scene.transactions) {
    const challenge = challengeOf(transaction);
    if (!challenge) continue;
    const key = `${challenge.line.from} ${challenge.realm} ${challenge.algorithm}`;
    if (!asked.has(key)) asked.set(key, challenge);
  }
  const tries = scene.transactions.flatMap(triesOf);
  return [...asked.values()].map((challenge) => digestShape(challenge, tries));
}

/** Only who asked: a server that passes the question on does not. */
function challengeOf(transaction: Transaction): Challenge | undefined {
  const { final, status, children } = transaction;
  if (!final || (status !== 401 && status !== 407) || children.some((child) => child.status === status))
    return undefined;
  const [first] = authOf(final, status === 401 ? "WWW-Authenticate" : "Proxy-Authenticate");
  if (!first) return undefined;
  // RFC 8760 section 2.3: the one the server likes best stands first; without a word it is MD5.
  const algorithm = paramValue(first, "algorithm") || "MD5";
  return { line: final, realm: paramValue(first, "realm") ?? "", algorithm };
}

function authOf({ read }: Line, header: string) {
  return headerValues(read, header)
    .map((range) => readAuth(read.text, range))
    .filter(({ scheme }) => scheme.toLowerCase() === "digest")
    .map(({ params }) => params);
}

function digestShape({ line, realm, algorithm }: Challenge, all: Try[]): Digest & { messages: number[] } {
  const tries = all.filter(({ request, users }) => request.number > line.number && users.has(realm));
  const last = tries.at(-1);
  const username = last?.users.get(realm);
  return {
    kind: "digest",
    host: line.from,
    algorithm,
    ...(username ? { username } : {}),
    outcome: outcomeOf(last),
    messages: numbersOf([line, ...tries.flatMap(({ request, final }) => [request, final])]),
  };
}

function triesOf({ request, parent, method, final, status, provisional }: Transaction): Try[] {
  if (!request || parent || method === "ACK") return [];
  const users = new Map<string, string>();
  for (const params of [...authOf(request, "Authorization"), ...authOf(request, "Proxy-Authorization")]) {
    const realm = paramValue(params, "realm");
    if (realm !== undefined && !users.has(realm)) users.set(realm, paramValue(params, "username") ?? "");
  }
  return users.size > 0 ? [{ request, final, status, provisional, users }] : [];
}

/** Whatever came of the call, a server that passes it on or answers it has taken the proof. */
function outcomeOf(last: Try | undefined): Digest["outcome"] {
  if (!last || (last.status === 0 && last.provisional === 0)) return "unanswered";
  return last.status === 401 || last.status === 407 || last.status === 403 ? "refused" : "accepted";
}
