import type { Block, Fact } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { CandidateResult, MarkResult, StreamResult } from "../../comparison/comparison-result";
import type { TimingResult } from "../../timing/timing-result";
import { timingFeatures } from "../../timing/timing-result";
import type { AnnexMaterial, Placing } from "../annex-material";
import { leadingPlace } from "../leading-place";
import { oneDecimal, timesWords, twoDecimals } from "../number-words";
import { sectionHeading } from "./heading";

/** How the numbers of the leading flow came about, for whoever repeats the comparison. */
export function* checkBlocks({ result }: AnnexMaterial, placing: Placing): Generator<Block> {
  const place = leadingPlace(result);
  const candidate = result.candidates[place];
  if (!candidate) return;
  const pairs = checksOf(candidate, result.watermark?.parameters.bits ?? 0);
  if (pairs.length === 0) return;
  yield sectionHeading(texts("tracking.annex.checks")("heading", { number: place + 1 }), placing);
  yield { kind: "facts", pairs };
}

function checksOf({ mark, timing, stream }: CandidateResult, bits: number): Fact[] {
  return [
    ...(mark ? markFacts(mark, bits) : []),
    ...(timing ? timingFacts(timing) : []),
    ...(stream ? [streamFact(stream)] : []),
  ];
}

function markFacts(mark: MarkResult, bits: number): Fact[] {
  const words = texts("tracking.annex.checks");
  const {
    distance,
    meanDistance: mean,
    packetsFound: found,
    packetsPlanned: planned,
    firstIndex: first,
  } = mark;
  const placed = words("startsTried", { how: words(mark.alignedBy), tried: mark.startsTried });
  return [
    { name: words("distance"), text: words("distanceText", { distance, bits, mean }) },
    { name: words("alignment"), text: placed },
    { name: words("found"), text: words("foundText", { found, planned, first }) },
    ...(mark.emptyBits > 0
      ? [{ name: words("emptyBits"), text: words("emptyBitsText", { count: mark.emptyBits }) }]
      : []),
  ];
}

function timingFacts(timing: TimingResult): Fact[] {
  const words = texts("tracking.annex.checks");
  const { comparedPackets: packets, overlapSeconds, lagMs, driftPpm, logLikelihoodRatio } = timing;
  const lag = { milliseconds: oneDecimal(lagMs), ppm: oneDecimal(driftPpm) };
  return [
    {
      name: words("compared"),
      text: words("comparedText", { packets, seconds: oneDecimal(overlapSeconds) }),
    },
    { name: words("lag"), text: words("lagText", lag) },
    { name: words("likelihood"), text: words("likelihoodText", { times: timesWords(logLikelihoodRatio) }) },
    { name: words("features"), text: featuresText(timing) },
  ];
}

function featuresText({ features }: TimingResult): string {
  const names = texts("tracking.features");
  return timingFeatures
    .flatMap((feature) => {
      const value = features[feature];
      return value === undefined ? [] : [`${names(feature)}: ${twoDecimals(value)}`];
    })
    .join("\n");
}

function streamFact({ sameSource, sharedPackets: shared, agreeingPackets: agreeing }: StreamResult): Fact {
  const words = texts("tracking.annex.checks");
  const text = sameSource ? words("sameSource", { shared, agreeing }) : words("otherSource");
  return { name: words("stream"), text };
}
