import type { Block } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonResult } from "../../comparison/comparison-result";
import type { AnnexMaterial, Placing } from "../annex-material";
import { sectionHeading } from "./heading";

/** What nobody tested, what the numbers do not show, and the method with its sources. */
export function* methodBlocks({ result }: AnnexMaterial, placing: Placing): Generator<Block> {
  const words = texts("tracking.annex");
  yield sectionHeading(words("untested.heading"), placing);
  yield { kind: "list", items: untestedOf(result) };
  yield sectionHeading(words("limits.heading"), placing);
  yield { kind: "list", items: limitsOf(result) };
  yield sectionHeading(words("method.heading"), placing);
  for (const part of partsOf(result)) yield { kind: "paragraph", text: words(`method.${part}`) };
  if (!result.watermark) return;
  yield { kind: "paragraph", style: "label", text: words("method.sources") };
  yield { kind: "list", items: [words("method.paper"), words("method.patent")] };
}

function partsOf({ first, watermark }: ComparisonResult) {
  const ofMark = watermark ? (["mark", "read", "beyond"] as const) : [];
  return [...ofMark, ...(first ? (["timing"] as const) : []), "repeat"] as const;
}

function untestedOf({ untested, settings, second, candidates }: ComparisonResult): string[] {
  const words = texts("tracking.untested");
  const values = {
    seconds: settings.clockErrorSeconds,
    total: second.flowsInFile,
    looked: candidates.length,
  };
  return untested.map((code) => words(code, values));
}

function limitsOf({ first, watermark }: ComparisonResult): string[] {
  const ofMark = watermark ? (["chance", "attacks"] as const) : [];
  const codes = ["flow", ...ofMark, ...(first ? (["timing"] as const) : []), "clocks"] as const;
  return codes.map((code) => texts("tracking.annex.limits")(code));
}
