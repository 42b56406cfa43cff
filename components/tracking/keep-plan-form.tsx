import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = {
  keep: FormAction;
  formTexts: FormTexts;
  /** What was planned, and the key of the form. */
  hidden: Record<string, string>;
};

/** Keeps a plan as a watermark of the case. */
export function KeepPlanForm({ keep, formTexts, hidden }: Props) {
  const words = texts("tracking.planner");
  return (
    <ActionForm action={keep} texts={formTexts} hidden={hidden}>
      <p>{words("keepLead")}</p>
      <SubmitButton kind="secondary">{words("keep")}</SubmitButton>
    </ActionForm>
  );
}
