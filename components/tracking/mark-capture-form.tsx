import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import type { ListedCapture } from "./capture-list";
import { FlowChoices } from "./flow-choices";
import { flowOption } from "./flow-option";
import { likeliestFlows } from "./likeliest-flows";

type Props = {
  /** Those whose flows are listed. */
  captures: readonly ListedCapture[];
  /** The one that was chosen, with its flows. */
  chosen?: { id: string; fileName: string; flows: readonly FlowSummary[] };
  /** Packets that the watermark needs. */
  packets: number;
  choose: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
  /** Route that gives the marked copy: it takes `captureId` and `flow` by POST. */
  action: string;
  /** Where another capture is chosen. */
  change: string;
};

/** Puts a watermark into a copy of a capture: first which capture (field captureId), then which flow (field flow). */
export function MarkCaptureForm(props: Props) {
  const words = texts("tracking.markCapture");
  return (
    <section id="mark-capture" aria-labelledby="mark-capture-heading">
      <h2 id="mark-capture-heading">{words("heading")}</h2>
      <p>{words("lead")}</p>
      {props.chosen ? <ChooseFlow {...props} chosen={props.chosen} /> : <ChooseCapture {...props} />}
    </section>
  );
}

function ChooseCapture({ captures, choose, formTexts, hidden }: Props) {
  const words = texts("tracking.markCapture");
  if (captures.length === 0) return <p>{words("none")}</p>;
  return (
    <ActionForm action={choose} texts={formTexts} hidden={hidden}>
      <Radios
        name="captureId"
        legend={words("capture")}
        options={captures.map(({ id, fileName, flows = 0 }) => ({
          value: id,
          label: <bdi className="written">{fileName}</bdi>,
          hint: words("captureHint", { flows }),
        }))}
      />
      <SubmitButton kind="secondary">{words("choose")}</SubmitButton>
    </ActionForm>
  );
}

type ChooseFlowProps = Props & { chosen: NonNullable<Props["chosen"]> };

function ChooseFlow({ chosen, packets, hidden, action, change }: ChooseFlowProps) {
  const words = texts("tracking.markCapture");
  const long = likeliestFlows(chosen.flows.filter((flow) => flow.packets >= packets));
  return (
    <>
      <p>
        {words.rich("of", { name: () => <bdi className="written">{chosen.fileName}</bdi> })}{" "}
        <a href={change}>{words("change")}</a>
      </p>
      {long.length === 0 && <p>{words("flowsTooShort", { packets })}</p>}
      {long.length > 0 && (
        <form method="post" action={action}>
          <HiddenFields fields={{ ...hidden, captureId: chosen.id }} />
          <FlowChoices
            type="radio"
            name="flow"
            legend={words("flow")}
            hint={words("flowHint", { packets })}
            options={long.map(flowOption)}
            defaultValues={long.slice(0, 1).map(({ id }) => id)}
          />
          <Button kind="secondary">{words("download")}</Button>
        </form>
      )}
    </>
  );
}
