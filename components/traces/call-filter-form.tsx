import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { results } from "@/lib/caller-identity/verdict";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { callKinds } from "@/lib/sip/call";
import { callStates } from "@/lib/sip/call-state";
import { FoldedFields } from "./folded-fields";

/** What was asked for; "" means all. The names are those of the fields. */
export type ChosenFilter = { text: string; kind: string; state: string; result: string; findings: boolean };

export type CallSearch = {
  filter: ChosenFilter;
  /** Leads to the page that shows what was asked for; words that are looked for must not stand in an address. */
  action: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
  /** Address of the whole list. */
  unfiltered: string;
};

/** Whether anything was asked for. */
export function isFiltered({ text, kind, state, result, findings }: ChosenFilter): boolean {
  return Boolean(text || kind || state || result || findings);
}

/** Asks which calls of a trace to show. */
export function CallFilterForm({ filter, action, formTexts, hidden, unfiltered }: CallSearch) {
  const words = texts("traces.calls");
  return (
    <ActionForm action={action} texts={formTexts} hidden={hidden}>
      <FoldedFields summary={words("search")} isOpen={isFiltered(filter)}>
        <TextField
          name="text"
          type="search"
          width="medium"
          label={words("text")}
          hint={words("textHint")}
          defaultValue={filter.text}
        />
        <div className="filter-choices">
          <SelectField
            name="kind"
            label={words("kind")}
            defaultValue={filter.kind}
            options={optionsOf(callKinds, texts("traces.kinds"))}
          />
          <SelectField
            name="state"
            label={words("state")}
            defaultValue={filter.state}
            options={optionsOf(callStates, texts("traces.states"))}
          />
          <SelectField
            name="result"
            label={words("result")}
            defaultValue={filter.result}
            options={optionsOf(results, texts("traces.results"))}
          />
        </div>
        <Checkbox name="findings" label={words("onlyFindings")} isChosen={filter.findings} />
        <div className="button-row">
          <SubmitButton kind="secondary">{words("show")}</SubmitButton>
          {isFiltered(filter) && <a href={unfiltered}>{words("showAll")}</a>}
        </div>
      </FoldedFields>
    </ActionForm>
  );
}

function optionsOf<Option extends string>(options: readonly Option[], words: (option: Option) => string) {
  const all = { value: "", label: texts("traces.calls")("any") };
  return [all, ...options.map((option) => ({ value: option, label: words(option) }))];
}
