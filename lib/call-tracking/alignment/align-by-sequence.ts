import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { AlignedFlow } from "./aligned-flow";
import type { AlignerInput } from "./aligner-input";
import { clockDrift } from "./clock-drift";
import { indexByReference } from "./index-by-reference";
import { takeApart } from "./joined-packets";
import { layOut } from "./lay-out";
import { trackBySequence } from "./packet-track";
import { scoreSpacings } from "./spacing-scores";

/**
 * By RTP sequence numbers. They count the packets, but where the plan begins in them is known only with the marked flow
 * at hand; otherwise, and where a relay renumbered, the start at which a mark stands out most is taken.
 */
export function alignBySequence(input: AlignerInput & { reference?: PacketFlow }): AlignedFlow {
  const { flow, plan, reference } = input;
  const track = trackBySequence(flow);
  const known = reference && indexByReference(flow, reference);
  if (!reference || known === undefined) return bestStart(input, track);
  const laid = layOut({ track, start: -known, joined: 1, packets: plan.parameters.packets });
  return { ...laid, by: "sequence", tried: 1, driftPpm: clockDrift(laid.times, reference) };
}

function bestStart(
  { plan, search, joined }: AlignerInput,
  whole: ReturnType<typeof trackBySequence>,
): AlignedFlow {
  const { distance, shiftMs, packets } = plan.parameters;
  let best = { track: whole, start: 0, joined: 1, evidence: Number.NEGATIVE_INFINITY };
  let tried = 0;
  for (const frames of [1, ...joined]) {
    const track = frames === 1 ? whole : takeApart(whole, frames);
    const [found] = search.find(scoreSpacings(track.times, distance, shiftMs / frames), 1);
    if (!found) continue;
    tried += found.tried;
    if (found.evidence > best.evidence)
      best = { track, start: found.start, joined: frames, evidence: found.evidence };
  }
  return { ...layOut({ ...best, packets }), by: "sequence", tried };
}
