import type { Paper } from "@/lib/platform/pdf/description";
import type { ComparisonResult } from "../comparison/comparison-result";

/** All that the pages of a comparison are made from. The same material gives the same pages. */
export type AnnexMaterial = {
  result: ComparisonResult;
  /** Names of the captures as they came, whatever they hold. */
  fileNames: { first?: string; second: string };
  /** When the comparison was made. */
  comparedAt: Date;
  /** Zone of the case, for the local time beside UTC. */
  zone: string;
  /** SHA-256 of the result as it is kept among the evidence. */
  resultSha256?: string;
};

/** The pages as a document of their own. */
export type AnnexDocument = AnnexMaterial & {
  paper: Paper;
  /** BCP 47 tag, e.g. `en-GB`. */
  language: string;
};

/** Whether the pages are a document of their own, or a part of another. */
export type Placing = { level: 1 | 2 };
