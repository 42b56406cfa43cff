import type { Shape } from "../call-story";
import { paramValue } from "../header-params";
import { firstValue } from "../header-values";
import { addressesOf, addressOf } from "../story/address";
import type { Line } from "../story/line";
import { beginnings, numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Outcome = Extract<Shape, { kind: "registration" }>["outcome"];
type Attempt = Transaction & { request: Line };

/** RFC 3261 section 10: a device tells the location service where calls to an address are to go. */
export function registrationShapes(scene: Scene): Shape[] {
  const byAddress = new Map<string, Attempt[]>();
  for (const attempt of beginnings(scene, "REGISTER")) {
    const address = addressOf(attempt.request.read, "To")?.uri ?? "";
    byAddress.set(address, [...(byAddress.get(address) ?? []), attempt]);
  }
  return [...byAddress].map(([address, attempts]) => registrationShape(address, attempts));
}

function registrationShape(address: string, attempts: Attempt[]): Shape {
  // What comes last counts: before it stand the challenges.
  const last = attempts.at(-1) as Attempt;
  const bindings = last.final && last.status < 300 ? contactsOf(last.final) : [];
  const outcome = outcomeOf(last);
  return {
    kind: "registration",
    registrar: innermost(last).to,
    address,
    contacts: bindings.length > 0 || outcome === "removed" ? bindings : contactsOf(last.request),
    outcome,
    messages: numbersOf(attempts.flatMap(({ request, final }) => [request, final])),
  };
}

/** The server at the end of the way. */
function innermost(transaction: Transaction): Transaction {
  let last = transaction;
  for (let steps = 0; last.children[0] && steps < 20; steps++) last = last.children[0];
  return last;
}

function contactsOf(line: Line): string[] {
  return addressesOf(line.read, "Contact").map(({ uri, parts }) => (parts.rest.text === "*" ? "*" : uri));
}

function outcomeOf({ status, request }: Attempt): Outcome {
  if (status === 0) return "unknown";
  if (status >= 300) return "refused";
  return isRemoval(request) ? "removed" : "registered";
}

/** RFC 3261 section 10.2.2: an expiry of 0 takes a binding back. */
function isRemoval({ read }: Line): boolean {
  const contacts = addressesOf(read, "Contact");
  const usual = firstValue(read, "Expires");
  return (
    contacts.length > 0 &&
    contacts.every(({ params }) => Number(paramValue(params, "expires") ?? usual ?? "1") === 0)
  );
}
