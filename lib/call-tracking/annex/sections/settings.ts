import type { Block, Fact } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonResult } from "../../comparison/comparison-result";
import { falseMatchRate } from "../../watermark/detection-theory";
import type { AnnexMaterial, Placing } from "../annex-material";
import { markedCount } from "../answer-sentences";
import { spanText } from "../finding-text";
import { smallNumber } from "../number-words";
import { sectionHeading } from "./heading";

/** With what it was compared, and why a match may differ in so many bits and no more. */
export function* settingBlocks({ result }: AnnexMaterial, placing: Placing): Generator<Block> {
  const words = texts("tracking.annex.settings");
  yield sectionHeading(words("heading"), placing);
  yield { kind: "facts", pairs: [...generalFacts(result), ...markFacts(result)] };
  if (result.watermark) yield { kind: "paragraph", text: whyText(result, result.watermark) };
}

function generalFacts({ version, settings, first, watermark }: ComparisonResult): Fact[] {
  const words = texts("tracking.annex.settings");
  const expected = smallNumber(settings.falseMatches);
  return [
    { name: words("version"), text: version },
    ...(watermark ? [{ name: words("falseMatches"), text: words("falseMatchesText", { expected }) }] : []),
    ...(first ? [{ name: words("clocks"), text: spanText(settings.clockErrorSeconds) }] : []),
  ];
}

function markFacts({ watermark }: ComparisonResult): Fact[] {
  if (!watermark) return [];
  const words = texts("tracking.annex.settings");
  const { parameters, threshold } = watermark;
  const { bits, redundancy, shiftMs, packets, distance } = parameters;
  const most = threshold < 0 ? words("noThreshold") : words("thresholdText", { threshold, bits });
  return [
    { name: words("word"), text: words("wordText", { bits, redundancy }) },
    { name: words("shift"), text: words("shiftText", { value: String(shiftMs) }) },
    { name: words("packets"), text: words("packetsText", { packets, distance }) },
    { name: words("threshold"), text: most },
  ];
}

function whyText(
  result: ComparisonResult,
  { parameters, threshold }: NonNullable<ComparisonResult["watermark"]>,
) {
  const words = texts("tracking.annex.settings");
  const count = Math.max(1, markedCount(result));
  const expectedAt = (h: number) => smallNumber(count * falseMatchRate(parameters.bits, h));
  const borne = smallNumber(result.settings.falseMatches);
  if (threshold < 0) return words("whyNone", { count, expected: expectedAt(0), borne });
  return words("why", {
    probability: smallNumber(falseMatchRate(parameters.bits, threshold)),
    count,
    expected: expectedAt(threshold),
    more: expectedAt(threshold + 1),
    borne,
  });
}
