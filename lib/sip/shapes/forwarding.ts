import type { Shape } from "../call-story";
import { paramValue } from "../header-params";
import { type Address, addressesOf, addressOf, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import type { Scene } from "../story/scene";

type Forwarding = Extract<Shape, { kind: "forwarding" }> & { messages: number[] };

/** Whose call it was before it was sent on: what Diversion (RFC 5806) and History-Info (RFC 7044) claim. */
export function forwardingShapes(scene: Scene): Shape[] {
  return [longest(scene.lines, byDiversion), longest(scene.lines, byHistory)].filter(
    (shape) => shape !== undefined,
  );
}

/** The message with the longest chain tells the most. */
function longest(lines: Line[], tell: (line: Line) => Forwarding | undefined): Forwarding | undefined {
  let best: Forwarding | undefined;
  const messages: number[] = [];
  for (const line of lines) {
    const told = tell(line);
    if (!told) continue;
    messages.push(line.number);
    if (told.from.length > (best?.from.length ?? 0)) best = told;
  }
  return best && { ...best, messages };
}

/** RFC 5806 section 5: the latest diversion stands first. Told here from the first to the latest. */
function byDiversion(line: Line): Forwarding | undefined {
  const diversions = addressesOf(line.read, "Diversion");
  const [latest] = diversions;
  if (!latest) return undefined;
  const reason = paramValue(latest.params, "reason");
  return {
    kind: "forwarding",
    from: diversions.map(({ uri }) => uri).toReversed(),
    to: goalOf(line),
    ...(reason ? { reason } : {}),
    header: "Diversion",
    messages: [],
  };
}

/** Where the message sends the call: its URI, or the first Contact of a redirection. */
function goalOf({ read }: Line): string {
  const goal = requestAddress(read) ?? addressOf(read, "Contact") ?? addressOf(read, "To");
  return goal?.uri ?? "";
}

/** RFC 7044 section 5: entries in the order of their index, the last one is where the call now goes. */
function byHistory({ read }: Line): Forwarding | undefined {
  const entries = addressesOf(read, "History-Info");
  const forwarded = entries.filter((entry, place) => place > 0 && isForwarding(entry, entries[place - 1]));
  const last = entries.at(-1);
  if (!last || forwarded.length === 0) return undefined;
  const cause = entries.map(causeOf).findLast((found) => found !== undefined);
  return {
    kind: "forwarding",
    from: entries.slice(0, -1).map(({ uri }) => plainUri(uri)),
    to: plainUri(last.uri),
    ...(cause ? { reason: reasonOfCause.get(cause) ?? cause } : {}),
    header: "History-Info",
    messages: [],
  };
}

/** A server that only looks up where somebody is ("rc", "np") forwards nothing (RFC 7044 section 10.3). */
function isForwarding(entry: Address, before: Address | undefined): boolean {
  if (paramValue(entry.params, "mp") !== undefined || causeOf(entry) !== undefined) return true;
  if (before && causeOf(before) !== undefined) return true;
  const isLookUp = ["rc", "np"].some((name) => paramValue(entry.params, name) !== undefined);
  return !isLookUp && before !== undefined && entry.user !== before.user;
}

/** The cause of RFC 4458 in the URI, or in the escaped Reason of RFC 7044. */
function causeOf({ parts }: Address): string | undefined {
  const cause = paramValue(parts.params, "cause");
  if (cause) return cause;
  const reason = paramValue(parts.headers, "reason");
  return reason === undefined ? undefined : /cause(?:=|%3D)\s*(\d{3})/i.exec(reason)?.[1];
}

function plainUri(uri: string): string {
  return uri.split("?", 1)[0] ?? uri;
}

/** RFC 4458 section 2, in the words of RFC 5806. */
const reasonOfCause = new Map([
  ["302", "unconditional"],
  ["486", "user-busy"],
  ["408", "no-answer"],
  ["480", "deflection"],
  ["487", "deflection"],
  ["503", "unavailable"],
  ["404", "unknown"],
]);
