import { assertionOf, type Way } from "./asserter";
import type { GatheredIdentity } from "./gathered-identity";
import type { Hop } from "./hops";
import { e164Of } from "./signalled-number";
import { allValues, type Wanted, type WrittenValue, writtenValues } from "./written-values";

/** Every value of the headers that names the caller, once each: where it is seen first, with who wrote it. */
export function headerIdentities(way: Way, wanted: Wanted = allValues): GatheredIdentity[] {
  const known = new Set<string>();
  const keys = new Set<string>();
  const found: GatheredIdentity[] = [];
  for (const hop of way.hops) {
    for (const value of writtenValues(hop.read, wanted, known)) {
      if (hop.read.kind === "response" && value.source !== "From") continue;
      const key = keyOf(value);
      if (keys.has(key)) continue;
      keys.add(key);
      found.push(gathered(value, hop, way));
    }
  }
  return found;
}

/** Tags and the like do not make another caller: addresses are the same when name and URI are. */
function keyOf({ source, value, address }: WrittenValue): string {
  return address ? `${source} ${address.displayName ?? ""} ${address.uri}` : `${source} ${value}`;
}

function gathered(value: WrittenValue, hop: Hop, way: Way): GatheredIdentity {
  const { address } = value;
  const e164 = address?.number && e164Of(address.number);
  return {
    source: value.source,
    value: value.value,
    ...(address?.displayName && { displayName: address.displayName }),
    ...(e164 && { number: e164 }),
    ...assertionOf(value, hop, way),
    message: hop.seen.number,
    range: value.range,
    hop,
    ...(address && { address }),
  };
}
