import { announcedSession } from "../announced-media";
import type { Shape } from "../call-story";
import { addressOf } from "../story/address";
import type { Line } from "../story/line";
import { beginnings, numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Invite = Transaction & { request: Line };

/** RFC 3725: a controller calls both sides and carries the description of one to the other; neither called the other. */
export function thirdPartyShapes(scene: Scene): Shape[] {
  const invites = beginnings(scene, "INVITE");
  const shapes: Shape[] = [];
  for (const [index, one] of invites.entries()) {
    for (const other of invites.slice(index + 1)) {
      const shape = controlOf(scene, one, other);
      if (shape) shapes.push(shape);
    }
  }
  return shapes.slice(0, maxControls);
}

const maxControls = 4;

function controlOf(scene: Scene, one: Invite, other: Invite): Shape | undefined {
  if (one.call === other.call || one.from === "" || one.from !== other.from) return undefined;
  const carried = carriedBy(scene, one, other) ?? carriedBy(scene, other, one);
  if (!carried) return undefined;
  return {
    kind: "third-party-control",
    controller: one.from,
    sides: [one, other].map(({ request }) => addressOf(request.read, "To")?.uri ?? ""),
    messages: numbersOf([one.request, other.request, ...carried]),
  };
}

/** An answer of one call whose address the controller then sends to the other side. */
function carriedBy({ lines }: Scene, one: Invite, other: Invite): [Line, Line] | undefined {
  const own = placesOf(linesOf(lines, one.call).filter(({ from }) => from === one.from));
  for (const answer of linesOf(lines, one.call).filter(({ from }) => from !== one.from)) {
    const places = [...placesOf([answer])].filter((place) => !own.has(place));
    const sent = linesOf(lines, other.call).find(
      (line) => line.from === other.from && [...placesOf([line])].some((place) => places.includes(place)),
    );
    if (sent) return [answer, sent];
  }
  return undefined;
}

function linesOf(lines: Line[], call: number): Line[] {
  return lines.filter((line) => line.call === call && line.facts.method !== "BYE");
}

function placesOf(lines: Line[]): Set<string> {
  const places = lines.flatMap(({ read }) =>
    announcedSession(read.text, read.body).media.map(
      ({ endpoints }) => `${endpoints[0]?.address}:${endpoints[0]?.port}`,
    ),
  );
  return new Set(places);
}
