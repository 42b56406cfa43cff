import type { ComparisonInput } from "./comparison-input";
import type { UntestedCode } from "./comparison-result";

/** What a comparison leaves open, whatever it finds. */
export function untestedBy({ first, second, watermark }: ComparisonInput): UntestedCode[] {
  const untested: UntestedCode[] = [];
  if (!watermark) untested.push("WATERMARK");
  if (!first) untested.push("TIMING");
  untested.push("CONTENT");
  if (first) untested.push("CLOCKS");
  if (second.flowsInFile > second.flows.length) untested.push("OTHER_FLOWS");
  return [...untested, "PERSON"];
}
