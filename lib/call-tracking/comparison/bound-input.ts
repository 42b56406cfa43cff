import type { ComparisonInput } from "./comparison-input";
import type { ComparisonFinding } from "./comparison-result";
import { type ComparisonLimits, comparisonLimits, limitFindings, withinLimits } from "./within-limits";

/** What is compared within the limits, the candidates in an order of their own, and what was left out. */
export type BoundedInput = ComparisonInput & { leftOut: ComparisonFinding[] };

export function boundInput(
  input: ComparisonInput,
  limits: ComparisonLimits = comparisonLimits,
): BoundedInput {
  const flows = withinLimits(input.second.flows, limits);
  const first = input.first && firstWithin(input.first, limits);
  const compared = first ? [first.flow, ...flows] : flows;
  return {
    ...input,
    first,
    second: { ...input.second, flows },
    leftOut: limitFindings(compared, input.second.flows.length - flows.length),
  };
}

type First = NonNullable<ComparisonInput["first"]>;

function firstWithin(first: First, limits: ComparisonLimits): First {
  return { ...first, flow: withinLimits([first.flow], limits)[0] ?? first.flow };
}
