import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { falseMatchChoices, planFormSchema } from "@/lib/call-tracking/planner/schema";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { falseMatchName } from "./false-match-names";

type Props = {
  /** Leads to the page with the plan. */
  plan: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
  /** What was planned before. */
  held?: FormState;
};

/** The questions of the planner; its fields are those of the planner's schema, and so is what stands in them at first. */
export function PlannerForm({ plan, formTexts, hidden, held }: Props) {
  const words = texts("tracking.planner");
  const first = planFormSchema.parse({});
  return (
    <ActionForm action={plan} texts={formTexts} hidden={hidden} initial={held}>
      <Radios
        name="question"
        legend={words("question")}
        defaultValue={first.question}
        options={[
          {
            value: "mark",
            label: words("mark"),
            detail: <Asked name="callSeconds" value={first.callSeconds} />,
          },
          { value: "call", label: words("call"), detail: <Asked name="shiftMs" value={first.shiftMs} /> },
        ]}
      />
      <h2>{words("path")}</h2>
      <NumberField
        name="packetsPerSecond"
        value={first.packetsPerSecond}
        hint={words("packetsPerSecondHint")}
      />
      <NumberField name="jitterMs" value={first.jitterMs} hint={words("jitterMsHint")} />
      <NumberField name="lossPercent" value={first.lossPercent} />
      <NumberField name="delayMs" value={first.delayMs} hint={words("delayMsHint")} />
      <h2>{words("wanted")}</h2>
      <NumberField name="candidates" value={first.candidates} hint={words("candidatesHint")} />
      <Radios
        name="falseMatches"
        legend={words("falseMatches")}
        defaultValue={first.falseMatches}
        options={falseMatchChoices.map((value) => ({ value, label: falseMatchName(value) }))}
      />
      <NumberField name="detectionPercent" value={first.detectionPercent} />
      <SubmitButton>{words("submit")}</SubmitButton>
    </ActionForm>
  );
}

function Asked({ name, value }: { name: "callSeconds" | "shiftMs"; value: number }) {
  return <NumberField name={name} value={value} hint={texts("tracking.planner")(`${name}Hint`)} />;
}

type NumberName =
  | "callSeconds"
  | "shiftMs"
  | "packetsPerSecond"
  | "jitterMs"
  | "lossPercent"
  | "delayMs"
  | "candidates"
  | "detectionPercent";

function NumberField({ name, value, hint }: { name: NumberName; value: number; hint?: string }) {
  return (
    <TextField
      name={name}
      label={texts("tracking.planner")(name)}
      hint={hint}
      width="short"
      inputMode="decimal"
      defaultValue={String(value)}
    />
  );
}
