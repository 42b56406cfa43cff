import { announcedSession } from "../announced-media";
import type { Shape } from "../call-story";
import { addressOf } from "../story/address";
import type { Line } from "../story/line";
import { beginnings, numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Invite = Transaction & { request: Line };
/** A call that somebody made, with the places of sound that they sent and those that came back, each at its first line. */
type Side = { invite: Invite; sent: Map<string, Line>; answered: Map<string, Line> };

const maxControls = 4;

/** RFC 3725: a controller calls both sides and carries the description of one to the other; neither called the other. */
export function thirdPartyShapes(scene: Scene): Shape[] {
  const sides = sidesOf(scene);
  const shapes: Shape[] = [];
  for (const [index, one] of sides.entries()) {
    for (const other of sides.slice(index + 1)) {
      const shape = controlOf(one, other);
      if (shape) shapes.push(shape);
      if (shapes.length === maxControls) return shapes;
    }
  }
  return shapes;
}

/** The calls of the scene, each by the INVITE that began it. */
function sidesOf(scene: Scene): Side[] {
  const byCall = new Map<number, Side>();
  for (const invite of beginnings(scene, "INVITE")) {
    if (!byCall.has(invite.call)) byCall.set(invite.call, { invite, sent: new Map(), answered: new Map() });
  }
  // With one call there is nobody to carry anything to.
  for (const line of byCall.size > 1 ? scene.lines : []) {
    const side = byCall.get(line.call);
    if (!side || line.facts.method === "BYE") continue;
    const places = line.from === side.invite.from ? side.sent : side.answered;
    for (const place of placesIn(line)) if (!places.has(place)) places.set(place, line);
  }
  return [...byCall.values()];
}

function placesIn({ read }: Line): string[] {
  return announcedSession(read.text, read.body).media.map(
    ({ endpoints }) => `${endpoints[0]?.address}:${endpoints[0]?.port}`,
  );
}

function controlOf(one: Side, other: Side): Shape | undefined {
  const controller = one.invite.from;
  if (controller === "" || controller !== other.invite.from) return undefined;
  const carried = carriedBy(one, other) ?? carriedBy(other, one);
  if (!carried) return undefined;
  const requests = [one, other].map(({ invite }) => invite.request);
  return {
    kind: "third-party-control",
    controller,
    sides: requests.map(({ read }) => addressOf(read, "To")?.uri ?? ""),
    messages: numbersOf([...requests, ...carried]),
  };
}

/** An answer of one call whose address the controller then sends to the other side. */
function carriedBy(one: Side, other: Side): [Line, Line] | undefined {
  for (const [place, answer] of one.answered) {
    const sent = one.sent.has(place) ? undefined : other.sent.get(place);
    if (sent) return [answer, sent];
  }
  return undefined;
}
