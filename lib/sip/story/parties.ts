import type { Party, Shape } from "../call-story";
import type { Transaction } from "../transaction";
import { type Address, addressOf, isSameAddress, readAddress, requestAddress } from "./address";
import type { Line } from "./line";
import { partiesOfShape } from "./parties-of-shape";
import { beginnings, type Scene } from "./scene";
import { isAnswered, type Ways } from "./way";

type Role = Party["role"];
type Attempt = Transaction & { request: Line };
type Told = { scene: Scene; shapes: Shape[]; ways: Ways };

/** Everybody whom the signalling names, each role and URI once. */
export function partiesOf({ scene, shapes, ways }: Told): Party[] {
  const parties = new Map<string, Party>();
  const note = (party: Party | undefined) => {
    if (!party || party.uri === "") return;
    const key = `${party.role} ${party.uri}`;
    if (!parties.has(key)) parties.set(key, placed(party, parties, { scene, ways }));
  };
  for (const method of ["INVITE", "REGISTER", "MESSAGE", "SUBSCRIBE"]) {
    for (const attempts of attemptsByCalled(beginnings(scene, method))) {
      for (const { request, from } of attempts) {
        note(partyOf("caller", { line: request, address: addressOf(request.read, "From"), host: from }));
      }
      note(calledBy(attempts, ways));
    }
  }
  note(whoAnswered(scene, ways));
  for (const shape of shapes) for (const party of partiesOfShape(shape, scene)) note(party);
  return [...parties.values()];
}

function attemptsByCalled(attempts: Attempt[]): Attempt[][] {
  const byUri = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const uri = addressOf(attempt.request.read, "To")?.uri ?? "";
    const same = byUri.get(uri);
    if (same) same.push(attempt);
    else byUri.set(uri, [attempt]);
  }
  return [...byUri.values()];
}

/** Whom requests call, and where they stand: at the end of the way that the best attempt to reach them took. */
function calledBy(attempts: Attempt[], ways: Ways): Party | undefined {
  const line = attempts[0]?.request;
  const address = line && addressOf(line.read, "To");
  if (!address) return undefined;
  const [best] = attempts
    .map((attempt) => ways.wayToCalled(attempt, address))
    .filter((way) => way.length > 0)
    .sort((one, other) => reached(other) - reached(one));
  return partyOf("called", { line, address, host: best?.at(-1)?.to });
}

/** How far an attempt came: one that was answered furthest, then the one with the longest way. */
function reached(way: Transaction[]): number {
  const last = way.at(-1);
  return (last && isAnswered(last) ? 1_000 : 0) + way.length;
}

/** Somebody who is known by the same URI from a column already speaks from there; else where calls to the URI went. */
function placed(party: Party, known: Map<string, Party>, told: Omit<Told, "shapes">): Party {
  if (party.host !== undefined) return party;
  const same = [...known.values()].find(({ uri, host }) => uri === party.uri && host !== undefined);
  const host = same?.host ?? (isTarget(party) ? whereCalled(party, told) : undefined);
  return host ? { ...party, host } : party;
}

function isTarget({ role }: Party): boolean {
  return role === "redirect-target" || role === "transfer-target";
}

/** The end of the first INVITE that was sent to a target after it had been named. */
function whereCalled({ uri, message }: Party, { scene, ways }: Omit<Told, "shapes">): string | undefined {
  const target = readAddress(uri);
  const invite = scene.transactions.find(({ method, request }) => {
    if (method !== "INVITE" || !request || request.number <= message) return false;
    const asked = requestAddress(request.read);
    return asked !== undefined && isSameAddress(asked, target);
  });
  return invite && ways.wayOf(invite).at(-1)?.to;
}

type Named = { line: Line; address: Address | undefined; host?: string };

function partyOf(role: Role, { line, address, host }: Named): Party | undefined {
  if (!address) return undefined;
  return {
    role,
    uri: address.uri,
    ...(address.displayName ? { displayName: address.displayName } : {}),
    ...(host ? { host } : {}),
    message: line.number,
  };
}

/** Whoever sent the 2xx, at the end of the way. */
function whoAnswered({ transactions, calls }: Scene, ways: Ways): Party | undefined {
  const answered = transactions.find(
    (one) =>
      one.method === "INVITE" &&
      one.call === calls[0]?.number &&
      isAnswered(one) &&
      one.request?.facts.toTag === "" &&
      !one.children.some(isAnswered),
  );
  const end = answered && ways.wayOfAnswer(answered).at(-1);
  if (!end?.final) return undefined;
  const address = addressOf(end.final.read, "Contact") ?? addressOf(end.final.read, "To");
  return partyOf("answered", { line: end.final, address, host: end.to });
}
