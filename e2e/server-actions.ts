// Posts to a server action past every page and form, as somebody would who has read the build.
import type { Visited, Visitor } from "./visitor";

export type ActionPost = { id: string; page: string; fields: Record<string, string> };

const firstState = JSON.stringify({ values: {}, errors: [] });

/** As a browser without scripts does: React's hidden fields name the action and the state it starts from. */
export function postAsBrowser(visit: Visitor, { id, page, fields }: ActionPost): Promise<Visited> {
  const body = new FormData();
  body.set("$ACTION_REF_1", "");
  body.set("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  body.set("$ACTION_1:1", `[${firstState}]`);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return visit(page, { method: "POST", body });
}

/** As React's script does: the arguments of the action, of which the second is the form. */
export function postAsScript(visit: Visitor, { id, page, fields }: ActionPost): Promise<Visited> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(`_1_${name}`, value);
  body.set("0", `[${firstState},"$K1"]`);
  return visit(page, { method: "POST", body, headers: { "next-action": id, accept: "text/x-component" } });
}
