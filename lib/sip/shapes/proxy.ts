import type { Shape } from "../call-story";
import { firstRange } from "../header-values";
import { addressesOf, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import { columnAt, numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

/** RFC 3261 section 16: servers that passed requests on, seen at work or by the Via and Record-Route they left. */
export function proxyShapes(scene: Scene): Shape[] {
  const passed = scene.transactions.filter(({ request, method }) => request && beginsSomething.has(method));
  const hosts = new Set<string>();
  const messages: Line[] = [];
  for (const transaction of passed) {
    const found = proxiesOf(transaction, scene);
    for (const host of found) hosts.add(host);
    if (found.length > 0 && transaction.request) messages.push(transaction.request);
  }
  const outbound = passed.find((transaction) => !transaction.parent && isByOutboundProxy(transaction));
  if (hosts.size === 0 && !outbound) return [];
  if (outbound && outbound.to !== "") hosts.add(outbound.to);
  return [
    {
      kind: "proxy",
      hosts: [...hosts],
      isOutbound: outbound !== undefined,
      messages: numbersOf([...messages, outbound?.request]),
    },
  ];
}

const beginsSomething = new Set(["INVITE", "REGISTER", "MESSAGE", "SUBSCRIBE", "PUBLISH", "OPTIONS"]);

function proxiesOf({ request, from, parent }: Transaction, { hosts }: Scene): string[] {
  if (request?.facts.toTag !== "") return [];
  const found: string[] = [];
  // All Vias but the lowest are of proxies; the lowest is of who asked first.
  for (const via of request.vias.slice(0, -1).toReversed()) {
    found.push(columnAt(hosts, via.received ?? via.host, via.port ?? 5060) ?? via.host);
  }
  if (parent && from !== "") found.push(from);
  for (const { host, port } of addressesOf(request.read, "Record-Route").toReversed()) {
    if (host !== "") found.push(columnAt(hosts, host, port ?? 5060) ?? host);
  }
  return found;
}

/** A request that leaves its caller with a Route already, or for another address than its URI names. */
function isByOutboundProxy({ request }: Transaction): boolean {
  if (request?.facts.toTag !== "" || request.vias.length > 1) return false;
  if (firstRange(request.read, "Route")) return true;
  const asked = requestAddress(request.read)?.host ?? "";
  const destination = request.seen.destination?.address;
  if (destination === undefined || !isAddress(asked) || asked === destination) return false;
  // Behind a NAT a public address becomes a private one on the way, and nobody chose that.
  return isPrivate(asked) === isPrivate(destination);
}

/** RFC 1918, RFC 4193, RFC 1122 section 3.2.1.3: addresses that mean something only where they are used. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd]|::1$)/i.test(address);
}

function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(":");
}
