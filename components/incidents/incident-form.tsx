import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Fieldset } from "@/components/ui/fieldset";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { presentations } from "@/lib/caller-identity/presentation";
import type { CaseDetails } from "@/lib/cases/schema";
import {
  answers,
  backgroundSounds,
  callKinds,
  callResults,
  traceResults,
  verifiedMarks,
  voiceTraits,
} from "@/lib/incidents/incident";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { WhenFields } from "./when-fields";

export type IncidentFormProps = {
  action: FormAction;
  initial: FormState;
  hidden: Record<string, string>;
  details: CaseDetails;
  formTexts: FormTexts;
  submit: string;
  busy: string;
  /** An amendment also says why. */
  isAmendment?: boolean;
};

/** The order of the questions is the order of remembering: the free account first, the checklists last. */
export function IncidentForm(props: IncidentFormProps) {
  const words = texts("incidents.form");
  return (
    <ActionForm action={props.action} texts={props.formTexts} initial={props.initial} hidden={props.hidden}>
      <TextArea
        name="whatHappened"
        label={words("whatHappened.label")}
        hint={words("whatHappened.hint")}
        rows={8}
      />
      <WhenFields zone={props.details.zone} country={props.details.country} />
      <ShownFields calledNumbers={calledNumbersOf(props.details, props.initial.values.calledNumber)} />
      <ReceivedFields />
      <Disclosure summary={texts("incidents.new")("more")}>
        <MoreFields />
      </Disclosure>
      {props.isAmendment && (
        <TextArea name="reason" label={words("reason.label")} hint={words("reason.hint")} rows={3} />
      )}
      <SubmitButton busy={props.busy}>{props.submit}</SubmitButton>
    </ActionForm>
  );
}

function ShownFields({ calledNumbers }: { calledNumbers: readonly string[] }) {
  const words = texts("incidents.form");
  return (
    <Fieldset legend={words("shown.label")} name="shown">
      <TextField
        name="shownNumber"
        type="tel"
        label={words("shownNumber.label")}
        hint={words("shownNumber.hint")}
        width="medium"
      />
      <Radios
        name="presentation"
        legend={words("presentation.label")}
        options={options(presentations, texts("incidents.presentations"))}
      />
      <TextField
        name="shownName"
        label={words("shownName.label")}
        hint={words("shownName.hint")}
        width="medium"
      />
      <Radios
        name="verifiedMark"
        legend={words("verifiedMark.label")}
        hint={words("verifiedMark.hint")}
        options={options(verifiedMarks, texts("incidents.verifiedMarks"))}
      />
      {calledNumbers.length > 0 && (
        <Radios
          name="calledNumber"
          legend={words("calledNumber.label")}
          options={calledNumbers.map((number) => ({ value: number, label: number }))}
          defaultValue={calledNumbers.length === 1 ? calledNumbers[0] : undefined}
        />
      )}
    </Fieldset>
  );
}

function ReceivedFields() {
  const words = texts("incidents.form");
  return (
    <>
      <Radios
        name="result"
        legend={words("result.label")}
        options={options(callResults, texts("incidents.results"))}
      />
      <Fieldset legend={words("duration.label")} hint={words("duration.hint")} name="duration">
        <div className="field-pair">
          <TextField
            name="durationMinutes"
            label={words("durationMinutes.label")}
            inputMode="numeric"
            width="tiny"
          />
          <TextField
            name="durationSeconds"
            label={words("durationSeconds.label")}
            inputMode="numeric"
            width="tiny"
          />
        </div>
      </Fieldset>
      <Checkboxes
        name="kinds"
        legend={words("kinds.label")}
        hint={words("kinds.hint")}
        options={options(callKinds, texts("incidents.kinds"))}
      />
      <TextArea
        name="exactWords"
        label={words("exactWords.label")}
        hint={words("exactWords.hint")}
        rows={4}
      />
    </>
  );
}

function MoreFields() {
  const words = texts("incidents.form");
  return (
    <>
      <Checkboxes
        name="voice"
        legend={words("voice.label")}
        hint={words("voice.hint")}
        options={options(voiceTraits, texts("incidents.voice"))}
      />
      <TextArea
        name="voiceNotes"
        label={words("voiceNotes.label")}
        hint={words("voiceNotes.hint")}
        rows={3}
      />
      <Checkboxes
        name="background"
        legend={words("background.label")}
        hint={words("background.hint")}
        options={options(backgroundSounds, texts("incidents.background"))}
      />
      <TextArea name="backgroundNotes" label={words("backgroundNotes.label")} rows={3} />
      <TextArea name="whatISaid" label={words("whatISaid.label")} rows={3} />
      <Radios
        name="toldToStop"
        legend={words("toldToStop.label")}
        hint={words("toldToStop.hint")}
        options={options(answers, texts("incidents.answers"))}
      />
      <Radios
        name="callTrace"
        legend={words("callTrace.label")}
        hint={words("callTrace.hint")}
        options={options(traceResults, texts("incidents.traceResults"))}
      />
      <TextArea name="callTraceNotes" label={words("callTraceNotes.label")} rows={2} />
      <TextArea name="witnesses" label={words("witnesses.label")} hint={words("witnesses.hint")} rows={3} />
      <TextArea name="effect" label={words("effect.label")} hint={words("effect.hint")} rows={3} />
    </>
  );
}

function options<Value extends string>(values: readonly Value[], words: (value: Value) => string) {
  return values.map((value) => ({ value, label: words(value) }));
}

// A number that was called then stays to be chosen, also when it has left the case's list since.
function calledNumbersOf(details: CaseDetails, stored: string | string[] | undefined): string[] {
  const numbers = details.lines.map(({ number, e164 }) => e164 ?? number);
  return [...new Set([...numbers, ...[stored ?? []].flat()])].filter((number) => number !== "");
}
