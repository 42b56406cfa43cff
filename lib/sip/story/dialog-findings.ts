import type { StoryFinding } from "../call-story";
import { addressOf } from "./address";
import { findingAt } from "./finding-at";
import type { Line } from "./line";
import { beginnings, type Scene } from "./scene";

export function dialogFindings(scene: Scene): StoryFinding[] {
  return scene.calls.flatMap(({ number, kind }) => {
    const lines = scene.lines.filter((line) => line.call === number && line.repeats === undefined);
    return [
      ...strayByes(scene, lines),
      ...countsBack(scene, number),
      ...changedTags(scene, number),
      ...(kind === "call" ? reusedCallIds(scene, number) : []),
    ];
  });
}

/** Only where the answer that made the dialog is in the trace can a BYE be seen to be a stranger's. */
function strayByes({ dialogs }: Scene, lines: Line[]): StoryFinding[] {
  const known = dialogs.filter(({ messages }) => lines.some(({ number }) => number === messages[0]));
  const made = known.filter(({ messages }) => {
    const first = lines.find(({ number }) => number === messages[0]);
    return first !== undefined && first.facts.method === "INVITE";
  });
  if (made.length === 0) return [];
  return lines
    .filter(({ facts }) => facts.isRequest && facts.method === "BYE")
    .filter(({ facts }) => !made.some((one) => hasTags(one, facts.fromTag, facts.toTag)))
    .map((line) => findingAt("BYE_WITHOUT_DIALOG", line));
}

function hasTags(dialog: { callerTag: string; calledTag: string }, one: string, other: string): boolean {
  const { callerTag, calledTag } = dialog;
  return (callerTag === one && calledTag === other) || (callerTag === other && calledTag === one);
}

/** RFC 3261 section 12.2.1.1: ACK and CANCEL have the number of their request; others count on. */
function countsBack({ transactions }: Scene, call: number): StoryFinding[] {
  const highest = new Map<string, number>();
  const found: StoryFinding[] = [];
  for (const one of transactions) {
    const { request, parent, method } = one;
    if (one.call !== call || !request || parent || method === "ACK" || method === "CANCEL") continue;
    const { fromTag, toTag, cseq } = request.facts;
    // Outside a dialog a device counts for each account, whatever Call-ID it uses.
    if (toTag === "") continue;
    const side = `${fromTag} ${toTag}`;
    const last = highest.get(side);
    if (last !== undefined && cseq < last) found.push(findingAt("CSEQ_GOES_BACK", request));
    highest.set(side, Math.max(last ?? cseq, cseq));
  }
  return found;
}

/** RFC 3261 section 8.2.6.2: From is given back as it came, and a tag that To had stays. */
function changedTags({ transactions }: Scene, call: number): StoryFinding[] {
  return transactions.flatMap((one) => {
    if (one.call !== call || !one.request) return [];
    const asked = one.request.facts;
    const changed = one.lines.find(
      ({ facts }) =>
        !facts.isRequest &&
        (facts.fromTag !== asked.fromTag || (asked.toTag !== "" && facts.toTag !== asked.toTag)),
    );
    return changed ? [findingAt("TAG_CHANGED", changed)] : [];
  });
}

/** RFC 3261 section 8.1.1.4. Another attempt after a challenge or redirection is the same call and has the same caller. */
function reusedCallIds(scene: Scene, call: number): StoryFinding[] {
  const invites = beginnings(scene, "INVITE").filter((invite) => invite.call === call);
  const [first] = invites;
  if (!first) return [];
  const caller = addressOf(first.request.read, "From");
  const ended = scene.lines.find(
    (line) => line.call === call && line.facts.isRequest && line.facts.method === "BYE",
  );
  return invites
    .filter(({ request }) => {
      const other = addressOf(request.read, "From");
      const isOther = other?.user !== caller?.user || other?.host !== caller?.host;
      return isOther || (ended !== undefined && request.number > ended.number);
    })
    .map(({ request }) => findingAt("CALL_ID_REUSED", request));
}
