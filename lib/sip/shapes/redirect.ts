import type { Shape } from "../call-story";
import { paramValue } from "../header-params";
import { type Address, addressesOf, addressOf, isSameAddress, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import { numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

/** RFC 3261 sections 8.3 and 21.3: a server names other places, and the caller may call them itself. */
export function redirectShapes(scene: Scene): Shape[] {
  return scene.transactions.filter(isRedirect).map((transaction) => redirectShape(transaction, scene));
}

type Redirect = Transaction & { final: Line };

/** A 3xx that came back over several hops is told once, by who gave it. */
function isRedirect(one: Transaction): one is Redirect {
  if (one.status < 300 || one.status > 399 || !one.final) return false;
  return one.method !== "REGISTER" && !one.children.some(({ status }) => status >= 300 && status <= 399);
}

function redirectShape({ request, final, status, to }: Redirect, scene: Scene): Shape {
  const targets = byLikelihood(addressesOf(final.read, "Contact"));
  const later = scene.lines.filter(
    (line) =>
      line.number > final.number && line.facts.isRequest && line.facts.method === "INVITE" && !line.repeats,
  );
  const calls = later.filter((line) => targets.some((target) => isFor(line, target)));
  const asked = request ? requestAddress(request.read) : addressOf(final.read, "To");
  return {
    kind: "redirect",
    status,
    from: asked?.uri ?? "",
    targets: targets.map(({ uri }) => uri),
    ...(to === "" ? {} : { server: to }),
    called: targets.filter((target) => calls.some((line) => isFor(line, target))).map(({ uri }) => uri),
    messages: numbersOf([request, final, ...calls]),
  };
}

/** RFC 3261 section 20.10: the greater q goes first; without one, all are as good. */
function byLikelihood(targets: Address[]): Address[] {
  const weight = ({ params }: Address) => Number(paramValue(params, "q") ?? "1");
  return targets.toSorted((one, other) => weight(other) - weight(one));
}

function isFor(line: Line, target: Address): boolean {
  const asked = requestAddress(line.read);
  return asked !== undefined && isSameAddress(asked, target);
}
