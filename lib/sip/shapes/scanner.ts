import type { Shape } from "../call-story";
import { firstRange, firstValue } from "../header-values";
import { addressOf } from "../story/address";
import type { Line } from "../story/line";
import { beginnings, numbersOf, type Scene } from "../story/scene";
import { scannerName } from "./scanner-names";

/** Refusals in one call, and no success, that no person's telephone would collect. */
const manyRefusals = 10;

/** Programs that look for servers and accounts, by their names and by what they do in one call. */
export function scannerShapes(scene: Scene): Shape[] {
  const byHost = new Map<string, { signs: Set<string>; lines: Line[] }>();
  const note = (line: Line, sign: string) => {
    const found = byHost.get(line.from) ?? { signs: new Set(), lines: [] };
    byHost.set(line.from, found);
    found.signs.add(sign);
    found.lines.push(line);
  };
  for (const line of scene.lines) {
    const name = line.facts.isRequest && line.vias.length < 2 ? nameOf(line) : undefined;
    if (name) note(line, name);
  }
  for (const line of refusedTries(scene)) note(line, "many-refusals");
  return [...byHost].map(([host, { signs, lines }]) => ({
    kind: "scanner",
    host,
    signs: [...signs],
    messages: numbersOf(lines),
  }));
}

function nameOf({ read }: Line): string | undefined {
  return (
    scannerName(firstValue(read, "User-Agent") ?? "") ??
    scannerName(addressOf(read, "From")?.displayName ?? "")
  );
}

/** A first challenge is no refusal: what counts are answers to it that were turned down, and plain refusals. */
function refusedTries(scene: Scene): Line[] {
  const tries = ["REGISTER", "INVITE"].flatMap((method) => beginnings(scene, method));
  if (tries.some(({ status }) => status >= 200 && status < 300)) return [];
  const refused = tries.filter(
    ({ status, request }) =>
      status === 403 || ((status === 401 || status === 407) && hasCredentials(request)),
  );
  return refused.length < manyRefusals ? [] : refused.map(({ request }) => request);
}

function hasCredentials({ read }: Line): boolean {
  return (
    firstRange(read, "Authorization") !== undefined || firstRange(read, "Proxy-Authorization") !== undefined
  );
}
