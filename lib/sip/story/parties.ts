import type { Party, Shape } from "../call-story";
import type { Transaction } from "../transaction";
import { type Address, addressOf } from "./address";
import type { Line } from "./line";
import { beginnings, type Scene } from "./scene";

type Role = Party["role"];

/** Everybody whom the signalling names, each role and URI once. */
export function partiesOf(scene: Scene, shapes: Shape[]): Party[] {
  const parties = new Map<string, Party>();
  const note = (party: Party | undefined) => {
    if (!party || party.uri === "") return;
    const key = `${party.role} ${party.uri}`;
    if (!parties.has(key)) parties.set(key, placed(party, parties));
  };
  for (const method of ["INVITE", "REGISTER", "MESSAGE", "SUBSCRIBE"]) {
    for (const invite of beginnings(scene, method)) {
      const { request } = invite;
      const to = endOf(invite).to;
      note(
        partyOf("caller", { line: request, address: addressOf(request.read, "From"), host: request.from }),
      );
      note(partyOf("called", { line: request, address: addressOf(request.read, "To"), host: to }));
    }
  }
  note(whoAnswered(scene));
  for (const shape of shapes) for (const party of partiesOfShape(shape)) note(party);
  return [...parties.values()];
}

/** Somebody who is known by the same URI from a column already speaks from there. */
function placed(party: Party, known: Map<string, Party>): Party {
  if (party.host !== undefined) return party;
  const host = [...known.values()].find(({ uri, host }) => uri === party.uri && host !== undefined)?.host;
  return host === undefined ? party : { ...party, host };
}

/** The last hop of a request: of several branches the one that picked up, else the first. */
function endOf(transaction: Transaction): Transaction {
  let end = transaction;
  for (let steps = 0; end.children.length > 0 && steps < maxHops; steps++) {
    end =
      end.children.find(({ status }) => status >= 200 && status < 300) ?? (end.children[0] as Transaction);
  }
  return end;
}

/** RFC 3261 section 8.1.1.6: Max-Forwards ends every way here. */
const maxHops = 70;

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
function whoAnswered({ transactions, calls }: Scene): Party | undefined {
  const answered = transactions.find(
    ({ method, status, call, children, request }) =>
      method === "INVITE" &&
      call === calls[0]?.number &&
      status >= 200 &&
      status < 300 &&
      request?.facts.toTag === "" &&
      !children.some((child) => child.status >= 200 && child.status < 300),
  );
  if (!answered?.final) return undefined;
  const address = addressOf(answered.final.read, "Contact") ?? addressOf(answered.final.read, "To");
  return partyOf("answered", { line: answered.final, address, host: answered.to });
}

function partiesOfShape(shape: Shape): Party[] {
  const message = shape.messages[0] ?? 0;
  const named = (role: Role, uri: string | undefined): Party[] => (uri ? [{ role, uri, message }] : []);
  switch (shape.kind) {
    case "transfer":
      return [
        ...named("transferrer", shape.transferrer),
        ...named("transferee", shape.transferee),
        ...named("transfer-target", shape.target),
      ];
    case "b2bua":
      return named("middleman", shape.middleman).map((party) => ({
        ...party,
        ...(shape.host ? { host: shape.host } : {}),
      }));
    case "redirect":
      return shape.targets.flatMap((target) => named("redirect-target", target));
    case "forwarding":
      return shape.from.flatMap((from) => named("forwarded-from", from));
    case "third-party-control":
      return named("middleman", shape.controller).map((party) => ({ ...party, host: shape.controller }));
    default:
      return [];
  }
}
