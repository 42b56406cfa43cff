import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Fieldset } from "@/components/ui/fieldset";
import { Radios } from "@/components/ui/radios";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { lineNames } from "@/lib/cases/schema";
import { countries } from "@/lib/platform/country";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { allZones } from "@/lib/platform/zones";

type Props = {
  action: FormAction;
  initial?: FormState;
  hidden: Record<string, string>;
  formTexts: FormTexts;
  submit: string;
};

/** Title, country, zone and the numbers that are being called. */
export function CaseForm({ action, initial, hidden, formTexts, submit }: Props) {
  const words = texts("cases.form");
  const countryNames = texts("countries");
  const zones = allZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <ActionForm action={action} texts={formTexts} initial={initial} hidden={hidden}>
      <TextField name="title" label={words("title.label")} hint={words("title.hint")} />
      <Radios
        name="country"
        legend={words("country.label")}
        hint={words("country.hint")}
        options={countries.map((country) => ({ value: country, label: countryNames(country) }))}
      />
      <SelectField
        name="zone"
        label={words("zone.label")}
        hint={words("zone.hint")}
        options={[{ value: "", label: "" }, ...zones]}
      />
      <Fieldset legend={words("lines.label")} hint={words("lines.hint")} name="lines">
        {lineNames.map(({ number, provider }, index) => (
          <div className="field-pair" key={number}>
            <TextField
              name={number}
              type="tel"
              label={words("number.label", { place: index + 1 })}
              hint={index === 0 ? words("number.hint") : undefined}
              width="medium"
            />
            <TextField
              name={provider}
              label={words("provider.label", { place: index + 1 })}
              hint={index === 0 ? words("provider.hint") : undefined}
              width="medium"
            />
          </div>
        ))}
      </Fieldset>
      <SubmitButton>{submit}</SubmitButton>
    </ActionForm>
  );
}
