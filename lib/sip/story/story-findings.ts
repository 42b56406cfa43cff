import type { MediaPath, StoryFinding } from "../call-story";
import { dialogFindings } from "./dialog-findings";
import { findingAt } from "./finding-at";
import { mediaFindings } from "./media-findings";
import { beginnings, type Scene } from "./scene";
import { transactionFindings } from "./transaction-findings";

/** What is odd about the calls as wholes, in the order of the messages. What a clean call shows is "note" at most. */
export function storyFindings(scene: Scene, media: MediaPath[]): StoryFinding[] {
  return [
    ...edgeFindings(scene),
    ...transactionFindings(scene),
    ...dialogFindings(scene),
    ...mediaFindings(scene, media),
  ].sort((one, other) => (one.message ?? 0) - (other.message ?? 0));
}

/** Where the trace holds less than the call. */
function edgeFindings(scene: Scene): StoryFinding[] {
  const begun = new Set(beginnings(scene, "INVITE").map(({ call }) => call));
  return scene.calls.flatMap((call) => {
    const lines = scene.lines.filter((line) => line.call === call.number);
    const progress = scene.progress.get(call.number);
    const found: StoryFinding[] = [];
    if (call.isShortened) found.push(findingAt("CALL_SHORTENED", lines.at(-1)));
    if (call.continues !== undefined) found.push(findingAt("CALL_CONTINUES_EARLIER_ONE", lines[0]));
    else if (call.kind === "call" && !begun.has(call.number))
      found.push(findingAt("CALL_BEGINS_BEFORE_TRACE", lines[0]));
    if (call.kind === "call" && progress?.isAnswered && !progress.hasBye) {
      found.push(findingAt("CALL_GOES_ON_AFTER_TRACE", lines.at(-1)));
    }
    return found;
  });
}
