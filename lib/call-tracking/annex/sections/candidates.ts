import type { Block } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { CandidateResult, ComparisonResult } from "../../comparison/comparison-result";
import type { AnnexMaterial, Placing } from "../annex-material";
import { smallNumber } from "../number-words";
import { sectionHeading } from "./heading";

/** The most flows that are printed; the result file holds them all. */
const FLOWS_PRINTED = 40;

export function* candidateBlocks({ result }: AnnexMaterial, placing: Placing): Generator<Block> {
  if (result.candidates.length === 0) return;
  const words = texts("tracking.annex.candidates");
  yield sectionHeading(words("heading"), placing);
  yield {
    kind: "table",
    columns: columnsOf(result),
    rows: result.candidates.slice(0, FLOWS_PRINTED).map((one, place) => rowOf(one, place, result)),
  };
  const count = result.candidates.length - FLOWS_PRINTED;
  if (count > 0) yield { kind: "paragraph", style: "small", text: words("more", { count }) };
}

function columnsOf(result: ComparisonResult) {
  const words = texts("tracking.annex.candidates");
  const right = "right" as const;
  return [
    { title: words("number"), share: 2 },
    { title: words("flow"), share: 13, mono: true },
    { title: words("result"), share: 7 },
    ...(result.watermark
      ? [
          { title: words("distance"), share: 5, align: right },
          { title: words("chance"), share: 5, align: right },
        ]
      : []),
    ...(hasTiming(result) ? [{ title: words("timing"), share: 7, align: right }] : []),
  ];
}

function rowOf(candidate: CandidateResult, place: number, result: ComparisonResult): string[] {
  const { watermark } = result;
  const { flow, verdict, mark } = candidate;
  return [
    String(place + 1),
    flow.id,
    texts("tracking.verdicts")(verdict),
    ...(watermark
      ? [distanceText(candidate, watermark.parameters.bits), mark ? smallNumber(mark.falseMatch) : ""]
      : []),
    ...(hasTiming(result) ? [timingText(candidate)] : []),
  ];
}

function hasTiming({ candidates }: ComparisonResult): boolean {
  return candidates.some(({ timing }) => timing);
}

function distanceText({ mark }: CandidateResult, bits: number): string {
  const words = texts("tracking.annex.candidates");
  return mark ? words("distanceText", { distance: mark.distance, bits }) : words("notLooked");
}

function timingText({ timing }: CandidateResult): string {
  const words = texts("tracking.annex.candidates");
  if (!timing) return words("notCompared");
  return timing.falseMatch === 0 ? words("none") : smallNumber(timing.falseMatch);
}
