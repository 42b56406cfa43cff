import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = {
  hosts: readonly string[];
  /** What was typed and could not be saved, and why. */
  held?: FormState;
  fault?: string;
  save: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
};

/** Takes the servers of the person's own provider: whom the result may trust. */
export function ProviderHostsForm({ hosts, held, fault, save, formTexts, hidden }: Props) {
  const words = texts("traces.room");
  const values = held?.values ?? { providerHosts: hosts.join("\n") };
  const initial = { values, errors: fault ? [{ field: "providerHosts", text: fault }] : [] };
  return (
    <>
      <h2>{words("hostsHeading")}</h2>
      <p>{words("hostsLead")}</p>
      <ActionForm action={save} texts={formTexts} initial={initial} hidden={hidden}>
        <TextArea
          name="providerHosts"
          label={words("hosts")}
          hint={words("hostsHint")}
          rows={3}
          spellCheck={false}
        />
        <SubmitButton kind="secondary">{words("saveHosts")}</SubmitButton>
      </ActionForm>
    </>
  );
}
