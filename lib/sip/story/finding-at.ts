import type { StoryFinding } from "../call-story";
import { type StoryFindingCode, storyFindingWeights } from "../story-finding-codes";
import type { Line } from "./line";

/** A finding of the whole call, at the start line of the message where it shows; without one it has no place. */
export function findingAt(code: StoryFindingCode, line?: Line): StoryFinding {
  const range = { start: 0, end: line ? startLineEnd(line.read.text) : 0 };
  return { code, weight: storyFindingWeights[code], range, ...(line ? { message: line.number } : {}) };
}

function startLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}
