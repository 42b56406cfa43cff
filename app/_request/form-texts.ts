import type { FormTexts } from "@/components/ui/action-form";
import { texts } from "@/lib/platform/texts";

/** The words every form needs. */
export function formTexts(): FormTexts {
  const form = texts("form");
  return { problem: form("problem"), unreachable: form("unreachable"), errorTitle: form("errorTitle") };
}
