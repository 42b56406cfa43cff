import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { type LengthAgreement, lengthAgreement, worseAgreement } from "./call-length";
import { createEvidenceFinder } from "./find-evidence";
import type { TimingEvidence } from "./timing-evidence";
import type { TimingOptions } from "./timing-options";

/** One direction of a call that was captured at both ends. */
export type KnownFlow = {
  call: string;
  /** How it travelled, such as "straight" or "tor". */
  path: string;
  codec: string;
  direction: string;
  first: PacketFlow;
  second: PacketFlow;
};

/** A first flow of one call beside a second flow of the same or of another one. */
export type LabelledPair = {
  firstCall: string;
  secondCall: string;
  path: string;
  codec: string;
  isPair: boolean;
  /** Both run the same way; the hardest non-pairs do. */
  isSameDirection: boolean;
  /** Direction of the first flow: with `firstCall` it names the flow that all of its candidates stand beside. */
  firstDirection: string;
  /** How long both are; as telling as the captures are whole. */
  lengths: LengthAgreement;
  /** The same of both directions of the calls, where both are known. */
  lengthsBothWays: LengthAgreement;
  evidence: TimingEvidence;
};

/**
 * Every first flow beside every second one of the same codec and path. The other direction of the same call is neither a
 * pair nor a non-pair and is left out; so is whatever is too short to compare.
 */
export function labelPairs(flows: KnownFlow[], options: TimingOptions): LabelledPair[] {
  return flows.flatMap((one) => {
    const find = createEvidenceFinder(one.first, options);
    const others = flows.filter((other) => isComparable(one, other));
    return others.flatMap((other) => {
      const found = find(other.second);
      return found ? [labelled({ one, other, evidence: found.evidence }, flows)] : [];
    });
  });
}

function isComparable(one: KnownFlow, other: KnownFlow): boolean {
  if (one.codec !== other.codec || one.path !== other.path) return false;
  return one.call !== other.call || one.direction === other.direction;
}

function labelled(
  { one, other, evidence }: { one: KnownFlow; other: KnownFlow; evidence: TimingEvidence },
  flows: KnownFlow[],
): LabelledPair {
  const lengths = lengthAgreement(one.first.summary, other.second.summary);
  const back = { one: opposite(one, flows), other: opposite(other, flows) };
  return {
    firstCall: one.call,
    secondCall: other.call,
    path: one.path,
    codec: one.codec,
    isPair: one.call === other.call,
    isSameDirection: one.direction === other.direction,
    firstDirection: one.direction,
    lengths,
    lengthsBothWays:
      back.one && back.other
        ? worseAgreement(lengths, lengthAgreement(back.one.first.summary, back.other.second.summary))
        : lengths,
    evidence,
  };
}

function opposite({ call, direction }: KnownFlow, flows: KnownFlow[]): KnownFlow | undefined {
  return flows.find((other) => other.call === call && other.direction !== direction);
}
