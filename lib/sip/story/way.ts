import type { Shape } from "../call-story";
import { comparableUser } from "../leg-traits";
import type { Transaction } from "../transaction";
import { type Address, isSameAddress, readAddress, requestAddress } from "./address";
import type { Line } from "./line";
import { beginnings, type Scene } from "./scene";

/** Where a request went, hop after hop and, over a middleman, leg after leg. */
export type Ways = {
  /** All of its hops: of several branches the one that picked up, else the first. */
  wayOf(first: Transaction): Transaction[];
  /** Its hops for as long as it is still for whom it was meant; none when it was for somebody else from the start. */
  wayToCalled(first: Transaction, called: Address): Transaction[];
  /** From an answer on: through the legs that were answered too. */
  wayOfAnswer(first: Transaction): Transaction[];
};

/** RFC 3261 section 8.1.1.6: Max-Forwards ends every way here. */
const maxHops = 70;

export function waysIn(scene: Scene, shapes: Shape[]): Ways {
  const detours = detoursOf(shapes);
  const legs = onwardLegs(scene, shapes);
  const onward = (one: Transaction) => (one.children.length > 0 ? one.children : (legs.get(one.call) ?? []));
  return {
    wayOf: (first) => follow(first, onward),
    wayToCalled(first, called) {
      const isTheirs = ({ request }: Transaction) => !request || !isForOther(request, called, detours);
      return isTheirs(first) ? follow(first, (one) => onward(one).filter(isTheirs)) : [];
    },
    wayOfAnswer: (first) => follow(first, (one) => onward(one).filter(isAnswered)),
  };
}

function follow(first: Transaction, onward: (one: Transaction) => Transaction[]): Transaction[] {
  const way = [first];
  for (let last = first; way.length < maxHops; ) {
    const next = onward(last);
    last = next.find(isAnswered) ?? next[0] ?? last;
    if (way.includes(last)) break;
    way.push(last);
  }
  return way;
}

export function isAnswered({ status }: Transaction): boolean {
  return status >= 200 && status < 300;
}

/** The calls that a middleman made of a call, by the call's number; an attempt that was answered goes before the others. */
function onwardLegs(scene: Scene, shapes: Shape[]): Map<number, Transaction[]> {
  const invites = beginnings(scene, "INVITE");
  const legs = new Map<number, Transaction[]>();
  for (const shape of shapes) {
    if (shape.kind !== "b2bua") continue;
    const attempts = invites.filter(({ call }) => call === shape.outgoing);
    const leg = attempts.find(isAnswered) ?? attempts.at(-1);
    if (leg) legs.set(shape.incoming, [...(legs.get(shape.incoming) ?? []), leg]);
  }
  return legs;
}

/**
 * Who is called instead of somebody: by the 3xx that named a new place (RFC 3261 section 8.1.3.4), and by the requests
 * that say whose call they were before.
 */
type Detours = { targets: Address[]; diverted: { from: Address[]; messages: number[] }[] };

function detoursOf(shapes: Shape[]): Detours {
  return {
    targets: shapes.flatMap((shape) => (shape.kind === "redirect" ? shape.targets.map(asAddress) : [])),
    diverted: shapes.flatMap((shape) =>
      shape.kind === "forwarding" ? [{ from: shape.from.map(asAddress), messages: shape.messages }] : [],
    ),
  };
}

function asAddress(uri: string): Address {
  return readAddress(uri);
}

function isForOther({ read, number }: Line, called: Address, { targets, diverted }: Detours): boolean {
  const asked = requestAddress(read);
  if (!asked || isSameUser(asked, called)) return false;
  return (
    targets.some((target) => isSameAddress(target, asked)) ||
    diverted.some(
      ({ from, messages }) => messages.includes(number) && from.some((one) => isSameUser(one, called)),
    )
  );
}

function isSameUser(one: Address, other: Address): boolean {
  const user = comparableUser(one.user);
  return user !== "" && user === comparableUser(other.user);
}
