import type { Host, Shape } from "../call-story";
import type { Transaction } from "../transaction";
import { type Address, isSameAddress, readAddress, requestAddress } from "./address";
import type { Scene } from "./scene";
import type { Ways } from "./way";

type Role = Host["role"];
type Told = { scene: Scene; shapes: Shape[]; ways: Ways };

/** Gives every column the part it plays; what a host did to the call says more of it than where it stands. */
export function hostsWithRoles(told: Told): Host[] {
  const roles = new Map<string, Role>();
  const give = (role: Role, id: string | undefined) => {
    if (id && !roles.has(id)) roles.set(id, role);
  };
  for (const [role, id] of rolesByShape(told.shapes)) give(role, id);
  for (const [role, id] of rolesByPlace(told)) give(role, id);
  return told.scene.hosts.map((host) => ({ ...host, role: roles.get(host.id) ?? "host" }));
}

function rolesByShape(shapes: Shape[]): [Role, string | undefined][] {
  const roles: [Role, string | undefined][] = [];
  for (const shape of shapes) {
    if (shape.kind === "scanner") roles.push(["scanner", shape.host]);
    else if (shape.kind === "b2bua") roles.push(["b2bua", shape.host]);
    else if (shape.kind === "third-party-control") roles.push(["b2bua", shape.controller]);
    else if (shape.kind === "registration") roles.push(["registrar", shape.registrar]);
  }
  for (const shape of shapes) {
    if (shape.kind === "proxy") for (const host of shape.hosts) roles.push(["proxy", host]);
    else if (shape.kind === "gateway") roles.push(["gateway", shape.host]);
  }
  for (const shape of shapes) if (shape.kind === "redirect") roles.push(["redirect-server", shape.server]);
  return roles;
}

/** Who asked first, and who stands at the end of the way: the target of a transfer or redirection, or the called. */
function rolesByPlace({ scene, shapes, ways }: Told): [Role, string | undefined][] {
  const first = scene.transactions.find(({ request }) => request !== undefined);
  const roles: [Role, string | undefined][] = [["caller", first?.from]];
  const targets = targetsOf(shapes);
  const controllers = shapes.flatMap((shape) =>
    shape.kind === "third-party-control" ? [shape.controller] : [],
  );
  for (const invite of scene.transactions.filter(isBeginning)) {
    const isOnward = invite.call !== first?.call && invite.from === first?.from;
    if (isOnward && !invite.parent && !controllers.includes(invite.from)) {
      for (const end of endsOf(invite)) roles.push(["target", end]);
    }
    if (isTo(invite, targets)) roles.push(["target", ways.wayOf(invite).at(-1)?.to]);
  }
  for (const { request, children, method, to } of scene.transactions) {
    if (request?.facts.toTag !== "" || children.length > 0) continue;
    if (method !== "ACK" && method !== "CANCEL") roles.push(["called", to]);
  }
  return roles;
}

function isBeginning({ method, request }: Transaction): boolean {
  return method === "INVITE" && request?.facts.toTag === "";
}

/** The places that a 3xx sent somebody to, and that were then called. */
function targetsOf(shapes: Shape[]): Address[] {
  const called = shapes.flatMap((shape) => (shape.kind === "redirect" ? (shape.called ?? []) : []));
  return called.map((uri) => readAddress(uri));
}

function isTo({ request }: Transaction, targets: Address[]): boolean {
  const asked = targets.length > 0 && request ? requestAddress(request.read) : undefined;
  return asked !== undefined && targets.some((target) => isSameAddress(target, asked));
}

function endsOf(invite: { to: string; children: { to: string }[] }): string[] {
  return invite.children.length > 0 ? invite.children.map(({ to }) => to) : [invite.to];
}
