import { RefreshPage } from "@/components/traces/refresh-page";
import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

export type UnfinishedProps = { again: FormAction; formTexts: FormTexts; hidden: Record<string, string> };

type Props = UnfinishedProps & {
  work: { state: ReadingState; fault?: ReadingFault };
  words: Record<"waiting" | "stopped" | "again", string>;
};

const REFRESH_SECONDS = 3;

/** Work in the background that waits for its turn, or that stopped or failed: why, and how to go on. */
export function UnfinishedWork({ work: { state, fault }, words, again, formTexts, hidden }: Props) {
  return (
    <>
      <InsetText>
        {fault && <p>{texts("tracking.faults")(fault)}</p>}
        <p>{state === "waiting" ? words.waiting : words.stopped}</p>
      </InsetText>
      {state === "waiting" && <RefreshPage seconds={REFRESH_SECONDS} />}
      <ActionForm action={again} texts={formTexts} hidden={hidden}>
        <SubmitButton kind="secondary">{words.again}</SubmitButton>
      </ActionForm>
    </>
  );
}
