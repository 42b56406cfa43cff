import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type {
  CandidateResult,
  ComparisonResult,
  MarkResult,
  StreamResult,
} from "@/lib/call-tracking/comparison/comparison-result";
import { type TimingResult, timingFeatures } from "@/lib/call-tracking/timing/timing-result";
import { texts } from "@/lib/platform/texts";
import { chanceText, smallNumber } from "./chance-text";

type Props = { candidate: CandidateResult; result: ComparisonResult };

/** Every number that the words on one candidate rest on. */
export function CandidateChecks({ candidate: { mark, timing, stream }, result }: Props) {
  const rows = [
    ...(mark && result.watermark ? markRows(mark, result.watermark) : []),
    ...(timing ? timingRows(timing) : []),
    ...(stream ? [streamRow(stream)] : []),
  ];
  return rows.length > 0 && <SummaryList rows={rows} />;
}

function markRows(mark: MarkResult, watermark: NonNullable<ComparisonResult["watermark"]>): SummaryRow[] {
  const words = texts("tracking.checks");
  const { bits } = watermark.parameters;
  const how = words(`alignedBy.${mark.alignedBy}`);
  const ofBits = (distance: number) => texts("tracking.result")("ofBits", { distance, bits });
  return [
    {
      key: "distance",
      term: words("distance"),
      value: words("distanceText", { distance: mark.distance, bits }),
    },
    { key: "mean", term: words("meanDistance"), value: ofBits(mark.meanDistance) },
    { key: "threshold", term: words("threshold"), value: watermark.threshold },
    {
      key: "chance",
      term: words("falseMatch"),
      value: `${smallNumber(mark.falseMatch)} (${chanceText(mark.falseMatch)})`,
    },
    { key: "expected", term: words("expected"), value: smallNumber(mark.expectedFalseMatches) },
    {
      key: "alignment",
      term: words("alignment"),
      value: words("alignmentText", { how, tried: mark.startsTried, first: mark.firstIndex }),
    },
    {
      key: "found",
      term: words("found"),
      value: texts("tracking.candidates")("packets", {
        found: mark.packetsFound,
        planned: mark.packetsPlanned,
      }),
    },
    { key: "empty", term: words("emptyBits"), value: mark.emptyBits },
  ];
}

function timingRows(timing: TimingResult): SummaryRow[] {
  const words = texts("tracking.checks");
  const { lagMs, lagPackets, driftPpm, comparedPackets, overlapSeconds, logLikelihoodRatio } = timing;
  const times = smallNumber(10 ** logLikelihoodRatio);
  const lag = { milliseconds: lagMs.toFixed(1), packets: lagPackets };
  const compared = { packets: comparedPackets, seconds: overlapSeconds.toFixed(1) };
  return [
    {
      key: "timing",
      term: words("timing"),
      value: `${smallNumber(timing.falseMatch)} (${chanceText(timing.falseMatch)})`,
    },
    { key: "likelihood", term: words("likelihood"), value: words("likelihoodText", { times }) },
    { key: "features", term: texts("tracking.features")("heading"), value: featuresText(timing) },
    { key: "lag", term: words("lag"), value: words("lagText", lag) },
    { key: "drift", term: words("drift"), value: words("driftText", { ppm: driftPpm.toFixed(1) }) },
    { key: "compared", term: words("compared"), value: words("comparedText", compared) },
  ];
}

function featuresText({ features }: TimingResult) {
  const words = texts("tracking.features");
  const measured = timingFeatures.filter((feature) => features[feature] !== undefined);
  return (
    <ul className="plain-list">
      {measured.map((feature) => (
        <li key={feature}>
          {words(feature)}: <span className="tabular">{(features[feature] ?? 0).toFixed(2)}</span>
        </li>
      ))}
    </ul>
  );
}

function streamRow({ sameSource, sharedPackets, agreeingPackets }: StreamResult): SummaryRow {
  const words = texts("tracking.checks");
  const counts = { shared: sharedPackets, agreeing: agreeingPackets };
  return {
    key: "stream",
    term: words("stream"),
    value: sameSource ? words("sameSource", counts) : words("otherSource"),
  };
}
