import type { falseMatchChoices } from "@/lib/call-tracking/planner/schema";
import { texts } from "@/lib/platform/texts";

const names = { "0.5": "half", "0.1": "tenth", "0.01": "hundredth", "0.001": "thousandth" } as const;

/** How a rate of false matches is asked for: "Sure: 1 false match in 100 searches". */
export function falseMatchName(choice: (typeof falseMatchChoices)[number]): string {
  return texts("tracking.falseMatches")(names[choice]);
}
