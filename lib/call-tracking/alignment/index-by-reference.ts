import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { planIndexes } from "../watermark/plan-indexes";
import { sequenceRange } from "./sequence-range";

/** RFC 3550 section 5.1: sequence numbers have 16 bits; two captures may have unwrapped them from different rounds. */
const wrap = 65_536;

/**
 * How far the sequence numbers of a flow are from the indexes of the plan, known exactly from the marked flow: both name
 * the same RTP source, and numbers are shared. `undefined` where a relay renumbered, or nothing can be read.
 */
export function indexByReference(flow: PacketFlow, reference: PacketFlow): number | undefined {
  if (!flow.sequence || !reference.sequence || reference.sequence.length === 0) return undefined;
  if (flow.summary.ssrc === undefined || flow.summary.ssrc !== reference.summary.ssrc) return undefined;
  const marked = sequenceRange(reference.sequence);
  const seen = sequenceRange(flow.sequence);
  const rounds = Math.round((marked.first + marked.length / 2 - seen.first - seen.length / 2) / wrap) * wrap;
  const first = seen.first + rounds;
  if (first >= marked.first + marked.length || first + seen.length <= marked.first) return undefined;
  const zero = (reference.sequence[0] as number) - (planIndexes(reference)[0] as number);
  return first - zero;
}
