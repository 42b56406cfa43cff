import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import type { Trace } from "@/lib/traces/trace";
import { RefreshPage } from "./refresh-page";

type Props = { trace: Trace; again: FormAction; formTexts: FormTexts; hidden: Record<string, string> };

const REFRESH_SECONDS = 3;

/** A trace that waits for its turn, or whose reading stopped or failed: why, and how to go on. */
export function UnreadTraceView({ trace, again, formTexts, hidden }: Props) {
  const words = texts("traces.room");
  return (
    <>
      <InsetText>
        {trace.fault && <p>{words(`faults.${trace.fault}`)}</p>}
        <p>{words(trace.state === "waiting" ? "waiting" : "stopped")}</p>
      </InsetText>
      {trace.state === "waiting" && <RefreshPage seconds={REFRESH_SECONDS} />}
      <ActionForm action={again} texts={formTexts} hidden={hidden}>
        <SubmitButton kind="secondary">{words("again")}</SubmitButton>
      </ActionForm>
    </>
  );
}
