import type { Sighting } from "@/lib/captures/sighting";
import type { Call } from "../call";
import { callStateOf } from "../call-progress";
import type { CallStory, ReadMessage } from "../call-story";
import { hopSecurity } from "../security";
import type { Line } from "./line";
import { mediaPaths } from "./media";
import { partiesOf } from "./parties";
import { hostsWithRoles } from "./roles";
import { type Scene, setScene } from "./scene";
import { shapesOf } from "./shapes-of";
import { storyFindings } from "./story-findings";
import { waysIn } from "./way";

/**
 * Tells what happened in a call and the calls that seem to be its other legs, in any order. State and times are those
 * of `call`. `sightings` are what else the trace holds: they tell of certificates on the hops. Pure, and never throws.
 */
export function tellCall(call: Call, legs: Call[] = [], sightings: Sighting[] = []): CallStory {
  const scene = setScene([call, ...legs.filter(({ number }) => number !== call.number)]);
  const shapes = shapesOf(scene);
  const ways = waysIn(scene, shapes);
  const media = mediaPaths(scene);
  return {
    calls: scene.calls.map(({ number }) => number),
    ...courseOf(scene, call),
    hasEarlyMedia: hasEarlyMedia(scene, call),
    messages: scene.lines.map(asReadMessage),
    hosts: hostsWithRoles({ scene, shapes, ways }),
    parties: partiesOf({ scene, shapes, ways }),
    shapes,
    security: hopSecurity({ scene, shapes, sightings }),
    media,
    findings: storyFindings(scene, media),
  };
}

type Course = Pick<
  CallStory,
  "state" | "startedAt" | "ringingAt" | "answeredAt" | "endedAt" | "endedBy" | "finalStatus"
>;

function courseOf({ progress }: Scene, { number }: Call): Course {
  const own = progress.get(number);
  if (!own) return { state: "unknown" };
  const { startedAt, ringingAt, answeredAt, endedAt, endedBy, finalStatus } = own;
  const known = { startedAt, ringingAt, answeredAt, endedAt, endedBy, finalStatus };
  return {
    state: callStateOf(own),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}

/** Sound before the answer: a description in a 1xx (RFC 3960), or packets that came before it. */
function hasEarlyMedia({ lines, progress }: Scene, { number, streams }: Call): boolean {
  const answeredAt = progress.get(number)?.answeredAt;
  if (answeredAt !== undefined && streams.some(({ startedAt }) => startedAt < answeredAt - earlyUs))
    return true;
  return lines.some(
    ({ call, facts, read }) =>
      call === number &&
      facts.method === "INVITE" &&
      facts.status > 100 &&
      facts.status < 200 &&
      read.text.includes("\nm=", read.body.start - 1),
  );
}

/** Sound that sets in a moment before the answer is passed on is no early media. */
const earlyUs = 200_000;

function asReadMessage({ seen, read, call, number, repeats }: Line): ReadMessage {
  return { seen, read, call, number, ...(repeats === undefined ? {} : { repeats }) };
}
