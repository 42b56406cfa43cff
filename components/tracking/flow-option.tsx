import type { ChoiceOption } from "@/components/ui/choice";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { flowFacts, wayText } from "./flow-text";

/** A flow to choose: where it goes, and what it is. */
export function flowOption(flow: FlowSummary): ChoiceOption {
  return {
    value: flow.id,
    label: (
      <bdi className="written" translate="no">
        {wayText(flow)}
      </bdi>
    ),
    hint: flowFacts(flow),
  };
}
