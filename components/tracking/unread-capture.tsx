import { RefreshPage } from "@/components/traces/refresh-page";
import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = {
  capture: { state: ReadingState; fault?: ReadingFault };
  again: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
};

const REFRESH_SECONDS = 3;

/** A capture that waits for its turn, or whose reading stopped or failed: why, and how to go on. */
export function UnreadCapture({ capture: { state, fault }, again, formTexts, hidden }: Props) {
  const words = texts("tracking.capturePage");
  return (
    <>
      <InsetText>
        {fault && <p>{texts("tracking.faults")(fault)}</p>}
        <p>{words(state === "waiting" ? "waiting" : "stopped")}</p>
      </InsetText>
      {state === "waiting" && <RefreshPage seconds={REFRESH_SECONDS} />}
      <ActionForm action={again} texts={formTexts} hidden={hidden}>
        <SubmitButton kind="secondary">{words("again")}</SubmitButton>
      </ActionForm>
    </>
  );
}
