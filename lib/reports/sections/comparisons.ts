import { annexBlocks } from "@/lib/call-tracking/annex/annex-blocks";
import { withoutPlots } from "@/lib/call-tracking/annex/plot";
import type { Block } from "@/lib/platform/pdf/description";
import type { ReportMaterial } from "../report";

/** What comparing captures found: an annex for each comparison, with its tables and without its pictures. */
export function* comparisonBlocks({ comparisons, details }: ReportMaterial): Generator<Block> {
  for (const { result, names, finishedAt, file } of comparisons) {
    const material = {
      result,
      fileNames: names,
      comparedAt: finishedAt,
      resultSha256: file.sha256,
      zone: details.zone,
    };
    yield* withoutPlots(annexBlocks(material, { level: 2 }));
  }
}
