import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createEvidenceFinder, type FoundEvidence } from "./find-evidence";
import { timingModel } from "./fitted-model";
import { lossAgreement } from "./loss-agreement";
import { summariseDelays } from "./matched-delays";
import { shareAtLeast } from "./share-at-least";
import type { TimingOptions } from "./timing-options";
import type { TimingFeature, TimingResult } from "./timing-result";
import { weighEvidence } from "./weigh-evidence";
import { createLengthComparer } from "./whole-call-lengths";

/**
 * Prepares the first flow once, so that many seconds can be compared with it: 200 packets of both are needed, else nothing
 * is said.
 *
 * Hypothesis that is tested: the two flows are different streams, and what agrees in them agrees by chance. A large ratio
 * shows that packets were early and late together in both; it does not show who spoke, and two streams that one machine
 * sent at the same time can agree as well. A ratio near 1 shows nothing: paths that hold packets up and let them go in
 * bursts (Tor) leave none of the sender's rhythm.
 */
export function createTimingComparer(
  first: PacketFlow,
  options: TimingOptions = {},
): (second: PacketFlow) => TimingResult | undefined {
  const findEvidence = createEvidenceFinder(first, options);
  const compareLengths = createLengthComparer(first.summary, options);
  return (second) => {
    const found = findEvidence(second);
    if (!found) return undefined;
    const logLikelihoodRatio = weighEvidence(found.evidence, timingModel);
    const lengths = compareLengths(second.summary);
    const losses = lossAgreement(first, second, found.evidence.lagPackets);
    return {
      ...described(found, losses),
      ...(lengths && { lengths }),
      logLikelihoodRatio,
      falseMatch: shareAtLeast(logLikelihoodRatio, timingModel.nonPairScores),
    };
  };
}

function described(found: FoundEvidence, losses: number | undefined) {
  const { evidence, matched, spacingMs } = found;
  const { medianMs, middleHalfMs, driftPpm } = summariseDelays(matched);
  const features: Partial<Record<TimingFeature, number>> = {
    spacing: evidence.jitter?.correlation,
    delaySpread: spacingMs / (spacingMs + middleHalfMs),
    talkSpurts: evidence.silencesFollowed,
    sizes: evidence.sizes,
    losses,
  };
  return {
    lagPackets: evidence.lagPackets,
    lagMs: medianMs,
    driftPpm,
    comparedPackets: matched.at.length,
    overlapSeconds: ((matched.at.at(-1) ?? 0) - (matched.at[0] ?? 0)) / 1000,
    features: withoutAbsent(features),
  };
}

function withoutAbsent(features: Partial<Record<TimingFeature, number>>) {
  return Object.fromEntries(Object.entries(features).filter(([, value]) => value !== undefined));
}
