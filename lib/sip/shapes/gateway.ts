import type { Shape } from "../call-story";
import { paramValue } from "../header-params";
import { firstValue, headerValues } from "../header-values";
import { bodyParts } from "../multipart";
import { type Address, addressOf, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import { numbersOf, type Scene } from "../story/scene";

/** What hints at the telephone network behind a host. The first five speak for themselves, the others only together. */
export const gatewayHints = [
  "trunk-group",
  "isup-body",
  "number-portability",
  "calling-party-category",
  "gateway-software",
  "q850-cause",
  "private-header",
  "user-phone",
] as const;
export type GatewayHint = (typeof gatewayHints)[number];

const clear = new Set<GatewayHint>(gatewayHints.slice(0, 5));

/** Hosts whose messages hint that they stand between SIP and the telephone network. */
export function gatewayShapes(scene: Scene): Shape[] {
  const byHost = new Map<string, { hints: Set<GatewayHint>; lines: Line[] }>();
  for (const line of scene.lines) {
    // What a proxy passes on hints at somebody else.
    if (line.repeats !== undefined || line.vias.length > 1) continue;
    const hints = hintsOf(line);
    if (hints.length === 0) continue;
    const found = byHost.get(line.from) ?? { hints: new Set(), lines: [] };
    byHost.set(line.from, found);
    for (const hint of hints) found.hints.add(hint);
    found.lines.push(line);
  }
  return [...byHost]
    .filter(([, { hints }]) => hints.size > 2 || [...hints].some((hint) => clear.has(hint)))
    .map(([host, { hints, lines }]) => ({
      kind: "gateway",
      ...(host === "" ? {} : { host }),
      hints: gatewayHints.filter((hint) => hints.has(hint)),
      messages: numbersOf(lines),
    }));
}

function hintsOf(line: Line): GatewayHint[] {
  const { read } = line;
  const own = ownAddresses(line);
  const named = read.kind === "request" ? [...own, requestAddress(read)] : own;
  const found: [GatewayHint, boolean][] = [
    ["trunk-group", named.some((one) => hasParam(one, ["tgrp", "trunk-context", "otg", "dtg"]))],
    [
      "isup-body",
      bodyParts(read).some(({ contentType }) => /^application\/(?:isup|qsig)$/.test(contentType)),
    ],
    ["number-portability", named.some((one) => hasParam(one, ["npdi", "rn"]))],
    ["calling-party-category", named.some((one) => hasParam(one, ["cpc", "oli", "isup-oli", "noa"]))],
    ["gateway-software", gatewaySoftware.test(softwareOf(line))],
    [
      "q850-cause",
      headerValues(read, "Reason").some(({ start, end }) => /^Q\.850/i.test(read.text.slice(start, end))),
    ],
    ["private-header", read.headers.some(({ name }) => privateHeaders.test(name))],
    ["user-phone", own.some((one) => one !== undefined && paramValue(one.parts.params, "user") === "phone")],
  ];
  return found.filter(([, isThere]) => isThere).map(([hint]) => hint);
}

/** Addresses that the sender of the message gives as its own. */
function ownAddresses({ read }: Line): (Address | undefined)[] {
  const names = read.kind === "request" ? ["From", "Contact", "P-Asserted-Identity"] : ["Contact"];
  return names.map((name) => addressOf(read, name));
}

function hasParam(address: Address | undefined, names: string[]): boolean {
  if (!address) return false;
  const { userParams, params } = address.parts;
  return names.some(
    (name) => paramValue(userParams, name) !== undefined || paramValue(params, name) !== undefined,
  );
}

function softwareOf({ read }: Line): string {
  return firstValue(read, read.kind === "request" ? "User-Agent" : "Server") ?? "";
}

/** Makers and kinds of gateways and border controllers, as they name themselves. */
const gatewaySoftware =
  /gateway|\bPSTN\b|\bSBC\b|\bMGC?F?\b|softswitch|AudioCodes|Mediant|Sonus|Ribbon|GENBAND|Metaswitch|Cisco-SIP|AcmePacket|Patton|Huawei ?SoftX|NexTone|Veraz|Dialogic|Sansay|Quintum|beroNet|VoiSmart/i;

/** Headers that carry what the telephone network said of a call. */
const privateHeaders =
  /^(?:X-ISUP|X-Cisco|X-Sonus|X-Genband|X-Nortel|X-PSTN|X-Trunk|X-Carrier|P-Charge-Info|P-DCS-|Cisco-Gucid)/i;
