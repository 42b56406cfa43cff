import type { LegLink } from "../call";
import type { Shape } from "../call-story";
import { isMiddlemanLink } from "../legs";
import { addressOf } from "../story/address";
import { beginnings, columnAt, numbersOf, type Scene } from "../story/scene";

/** RFC 7092: somebody took one call and made another of it. By the links of the calls, and so always inferred. */
export function b2buaShapes(scene: Scene): Shape[] {
  const told = new Set(scene.calls.map(({ number }) => number));
  const pairs = new Map<string, { incoming: number; outgoing: number; link: LegLink }>();
  for (const { number, legs } of scene.calls) {
    for (const link of legs) {
      if (!told.has(link.call) || !isMiddlemanLink(link)) continue;
      const [incoming, outgoing] = link.direction === "after" ? [number, link.call] : [link.call, number];
      pairs.set(`${incoming} ${outgoing}`, { incoming, outgoing, link });
    }
  }
  return [...pairs.values()]
    .sort((one, other) => one.outgoing - other.outgoing)
    .map((pair) => b2buaShape(pair, scene));
}

type Pair = { incoming: number; outgoing: number; link: LegLink };

function b2buaShape({ incoming, outgoing, link }: Pair, scene: Scene): Shape {
  const invites = beginnings(scene, "INVITE");
  const [came, went] = [incoming, outgoing].map((call) => invites.find((invite) => invite.call === call));
  const address = link.evidence.find(({ kind }) => kind === "shared-host")?.value;
  const host = (address && columnAt(scene.hosts, address, went?.request.seen.source?.port)) || went?.from;
  const caller = came && addressOf(came.request.read, "From");
  const middleman = went && addressOf(went.request.read, "Contact");
  const called = went && addressOf(went.request.read, "To");
  return {
    kind: "b2bua",
    ...(host ? { host } : {}),
    incoming,
    outgoing,
    score: link.score,
    evidence: link.evidence.map(({ kind }) => kind),
    ...(caller ? { caller: caller.uri } : {}),
    ...(middleman ? { middleman: middleman.uri } : {}),
    ...(called ? { called: called.uri } : {}),
    messages: numbersOf([came?.request, went?.request]),
  };
}
