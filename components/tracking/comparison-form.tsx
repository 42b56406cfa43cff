import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { falseMatchChoices, planFormSchema } from "@/lib/call-tracking/planner/schema";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { falseMatchName } from "./false-match-names";
import { FlowChoices } from "./flow-choices";
import { flowOption } from "./flow-option";
import { FLOWS_SHOWN, likeliestFlows } from "./likeliest-flows";
import type { ListedWatermark } from "./watermark-list";

/** Value of `candidates` that takes every flow of the second capture. */
export const ALL_CANDIDATES = "all";
/** Value of `watermarkId` where the timing alone is compared. */
export const NO_WATERMARK = "none";

type ChosenCapture = { id: string; fileName: string; flows: readonly FlowSummary[] };

type Props = {
  /** Absent where only a watermark is looked for. */
  first?: ChosenCapture;
  second: ChosenCapture;
  watermarks: readonly ListedWatermark[];
  zone: string;
  /** Where other captures are chosen. */
  change: string;
  compare: FormAction;
  formTexts: FormTexts;
  /** The captures' ids are added: firstCaptureId ("" for none) and secondCaptureId. */
  hidden: Record<string, string>;
  held?: FormState;
};

/**
 * Step two of a comparison. Fields: firstFlow, candidates (many, or "all"), watermarkId (or "none"), falseMatches,
 * clockErrorSeconds.
 */
export function ComparisonForm(props: Props) {
  const words = texts("tracking.form");
  const { first, second } = props;
  const hidden = { ...props.hidden, firstCaptureId: first?.id ?? "", secondCaptureId: second.id };
  return (
    <ActionForm action={props.compare} texts={props.formTexts} hidden={hidden} initial={props.held}>
      <Chosen {...props} />
      {first && <FirstFlow capture={first} />}
      <Candidates capture={second} />
      <WatermarkChoice {...props} />
      <HowSure />
      {first && (
        <TextField
          name="clockErrorSeconds"
          label={words("clock")}
          hint={words("clockHint")}
          width="short"
          inputMode="decimal"
          defaultValue="60"
        />
      )}
      <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
    </ActionForm>
  );
}

function Chosen({ first, second, change }: Props) {
  const words = texts("tracking.form");
  const named = ({ fileName }: ChosenCapture) => <bdi className="written">{fileName}</bdi>;
  return (
    <>
      <h2>{words("heading")}</h2>
      <p>
        {first
          ? words.rich("between", { first: () => named(first), second: () => named(second) })
          : words.rich("onlyWatermark", { second: () => named(second) })}{" "}
        <a href={change}>{words("change")}</a>
      </p>
    </>
  );
}

function FirstFlow({ capture: { flows } }: { capture: ChosenCapture }) {
  const words = texts("tracking.form");
  const shown = likeliestFlows(flows);
  return (
    <>
      <FlowChoices
        type="radio"
        name="firstFlow"
        legend={words("first")}
        hint={words("firstHint")}
        options={shown.map(flowOption)}
        defaultValues={shown.length === 1 ? shown.map(({ id }) => id) : []}
      />
      {flows.length > FLOWS_SHOWN && (
        <p>{words("firstShownOnly", { shown: shown.length, count: flows.length })}</p>
      )}
    </>
  );
}

function Candidates({ capture: { flows } }: { capture: ChosenCapture }) {
  const words = texts("tracking.form");
  const shown = likeliestFlows(flows);
  const all = {
    value: ALL_CANDIDATES,
    label: words("all", { count: flows.length }),
    hint: words("allHint"),
  };
  return (
    <>
      <FlowChoices
        type="checkbox"
        name="candidates"
        legend={words("candidates")}
        hint={words("candidatesHint")}
        options={[all, ...shown.map(flowOption)]}
      />
      {flows.length > FLOWS_SHOWN && (
        <p>{words("firstShown", { shown: shown.length, count: flows.length })}</p>
      )}
    </>
  );
}

function WatermarkChoice({ watermarks, zone, first }: Props) {
  const words = texts("tracking.form");
  const options = watermarks.map(({ id, number, createdAt }) => ({
    value: id,
    label: words("watermarkOption", { number, made: formatMoment(createdAt, zone) }),
  }));
  const none = { value: NO_WATERMARK, label: words("noWatermark") };
  return (
    <Radios
      name="watermarkId"
      legend={words("watermark")}
      hint={words("watermarkHint")}
      options={first ? [none, ...options] : options}
      defaultValue={first ? NO_WATERMARK : undefined}
    />
  );
}

function HowSure() {
  const words = texts("tracking.form");
  return (
    <Radios
      name="falseMatches"
      legend={words("falseMatches")}
      hint={words("falseMatchesHint")}
      options={falseMatchChoices.map((value) => ({ value, label: falseMatchName(value) }))}
      defaultValue={planFormSchema.parse({}).falseMatches}
    />
  );
}
