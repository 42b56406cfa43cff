import type { MediaPath, StoryFinding } from "../call-story";
import { findingAt } from "./finding-at";
import { isHeld } from "./media";
import type { Scene } from "./scene";

/** Fewer packets than a second of sound may be anything. */
const manyPackets = 50;

export function mediaFindings(scene: Scene, paths: MediaPath[]): StoryFinding[] {
  const streams = scene.calls.flatMap((call) => call.streams);
  return paths.flatMap((path) => {
    const line = scene.lines.find(({ number }) => number === path.announced[0]?.message);
    const heard = path.streams.map((index) => streams[index]?.packets ?? 0);
    const found: StoryFinding[] = [];
    if (path.unannounced.length > 0) found.push(findingAt("MEDIA_FROM_UNANNOUNCED_ADDRESS", line));
    if (path.direction === "one" && Math.max(0, ...heard) >= manyPackets && isTwoWay(scene, path)) {
      found.push(findingAt("ONE_WAY_MEDIA", line));
    }
    return found;
  });
}

/** Whether both sides announced sound both ways, in a call that was answered. */
function isTwoWay(scene: Scene, { announced }: MediaPath): boolean {
  const messages = new Set(announced.map(({ message }) => message));
  const described = scene.described.filter(({ line }) => messages.has(line.number));
  const sides = new Set(described.map(({ line }) => line.from));
  const isAnswered = described.some(({ line }) => scene.progress.get(line.call)?.isAnswered);
  return sides.size > 1 && isAnswered && described.every(({ media }) => !isHeld(media.direction));
}
