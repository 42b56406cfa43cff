import type { Weight } from "@/lib/sip/finding";
import { MarkShape } from "./mark-shape";

/** The shape of a weight inside a line of text, for the eye alone: the words beside it say the same. */
export function FindingMark({ weight }: { weight: Weight }) {
  return (
    <svg className="finding-mark" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <MarkShape weight={weight} />
    </svg>
  );
}
