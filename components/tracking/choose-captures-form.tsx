import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import type { ListedCapture } from "./capture-list";

/** Value of `firstCaptureId` where only a watermark is looked for. */
export const NO_FIRST_CAPTURE = "none";

type Props = {
  /** Those whose flows are listed. */
  captures: readonly ListedCapture[];
  zone: string;
  chosen?: { firstCaptureId?: string; secondCaptureId?: string };
  choose: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
  held?: FormState;
};

/** Step one of a comparison: which captures. Fields: firstCaptureId, or "none", and secondCaptureId. */
export function ChooseCapturesForm({ captures, zone, chosen, choose, formTexts, hidden, held }: Props) {
  const words = texts("tracking.choose");
  const options = captures.map(({ id, fileName, flows = 0, createdAt }) => ({
    value: id,
    label: <bdi className="written">{fileName}</bdi>,
    hint: words("captureHint", { flows, added: formatMoment(createdAt, zone) }),
  }));
  const none = { value: NO_FIRST_CAPTURE, label: words("firstNone"), hint: words("firstNoneHint") };
  return (
    <ActionForm action={choose} texts={formTexts} hidden={hidden} initial={held}>
      <h2>{words("heading")}</h2>
      <p>{words("lead")}</p>
      <Radios
        name="firstCaptureId"
        legend={words("first")}
        hint={words("firstHint")}
        options={[...options, none]}
        defaultValue={chosen?.firstCaptureId}
      />
      <Radios
        name="secondCaptureId"
        legend={words("second")}
        hint={words("secondHint")}
        options={options}
        defaultValue={chosen?.secondCaptureId}
      />
      <SubmitButton>{words("submit")}</SubmitButton>
    </ActionForm>
  );
}
