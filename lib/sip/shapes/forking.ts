import type { Shape } from "../call-story";
import { addressOf, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import { numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Forking = Extract<Shape, { kind: "forking" }>;

/** RFC 3261 section 16.6: one INVITE goes on to several places, at once or one after another, and one may pick up. */
export function forkingShapes(scene: Scene): Shape[] {
  return scene.transactions
    .filter(({ method }) => method === "INVITE")
    .flatMap((invite) => {
      const branches = branchesOf(invite);
      if (branches.length > 1) return [forkedByBranches(invite, branches)];
      // Where only one hop was captured, the tags of those who answered tell (section 12.1).
      const answers = answersByTag(invite);
      return answers.length > 1 && invite.children.length === 0 ? [forkedByTags(invite, answers)] : [];
    });
}

/** Copies that the same server sent on to different places; a server that calls itself (a spiral) is none. */
function branchesOf({ children, to }: Transaction): Transaction[] {
  const places = new Set<string>();
  return children.filter((child) => {
    const place = `${child.to} ${uriOf(child)}`;
    if (child.from !== to || child.to === to || places.has(place)) return false;
    places.add(place);
    return true;
  });
}

function uriOf({ request }: Transaction): string {
  return (request && requestAddress(request.read)?.uri) ?? "";
}

function forkedByBranches(invite: Transaction, branches: Transaction[]): Forking & { messages: number[] } {
  return {
    kind: "forking",
    ...(invite.to === "" ? {} : { at: invite.to }),
    branches: branches.map((branch) => ({
      ...(branch.to === "" ? {} : { host: branch.to }),
      uri: uriOf(branch),
      ...(branch.status || branch.provisional ? { status: branch.status || branch.provisional } : {}),
      isPicked: branch.status >= 200 && branch.status < 300,
      ...(branch.cancel || branch.status === 487 ? { isCancelled: true } : {}),
    })),
    messages: numbersOf([invite.request, ...branches.flatMap(({ request, final }) => [request, final])]),
  };
}

/** The best answer of each tag, in the order in which the tags came. */
function answersByTag({ lines }: Transaction): Line[] {
  const byTag = new Map<string, Line>();
  for (const line of lines) {
    const { isRequest, status, toTag } = line.facts;
    if (isRequest || status <= 100 || status >= 300 || toTag === "") continue;
    if (status >= (byTag.get(toTag)?.facts.status ?? 0)) byTag.set(toTag, line);
  }
  return [...byTag.values()];
}

function forkedByTags(invite: Transaction, answers: Line[]): Forking & { messages: number[] } {
  return {
    kind: "forking",
    ...(invite.to === "" ? {} : { at: invite.to }),
    branches: answers.map(({ read, facts }) => ({
      uri: contactOf({ read }),
      status: facts.status,
      isPicked: facts.status >= 200,
    })),
    messages: numbersOf([invite.request, ...answers]),
  };
}

function contactOf({ read }: Pick<Line, "read">): string {
  return (addressOf(read, "Contact") ?? addressOf(read, "To"))?.uri ?? "";
}
