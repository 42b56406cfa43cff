import type { Host, Shape } from "../call-story";
import { beginnings, type Scene } from "./scene";

type Role = Host["role"];

/** Gives every column the part it plays; what a host did to the call says more of it than where it stands. */
export function hostsWithRoles(scene: Scene, shapes: Shape[]): Host[] {
  const roles = new Map<string, Role>();
  const give = (role: Role, id: string | undefined) => {
    if (id && !roles.has(id)) roles.set(id, role);
  };
  for (const [role, id] of rolesByShape(shapes)) give(role, id);
  for (const [role, id] of rolesByPlace(scene)) give(role, id);
  return scene.hosts.map((host) => ({ ...host, role: roles.get(host.id) ?? "host" }));
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
function rolesByPlace(scene: Scene): [Role, string | undefined][] {
  const roles: [Role, string | undefined][] = [];
  const first = scene.transactions.find(({ request }) => request !== undefined);
  roles.push(["caller", first?.from]);
  for (const invite of beginnings(scene, "INVITE").sort(
    (one, other) => one.request.number - other.request.number,
  )) {
    const isLater = invite.call !== first?.call && invite.from === first?.from;
    if (!isLater) continue;
    for (const end of endsOf(invite)) roles.push(["target", end]);
  }
  for (const transaction of scene.transactions) {
    if (transaction.request?.facts.toTag !== "" || transaction.children.length > 0) continue;
    if (transaction.method !== "ACK" && transaction.method !== "CANCEL")
      roles.push(["called", transaction.to]);
  }
  return roles;
}

function endsOf(invite: { to: string; children: { to: string }[] }): string[] {
  return invite.children.length > 0 ? invite.children.map(({ to }) => to) : [invite.to];
}
