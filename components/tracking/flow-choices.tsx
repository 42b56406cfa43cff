"use client";

import { Choice, type ChoiceOption } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { useField } from "@/components/ui/form-context";

/** Flows to choose from. Their names hold spaces, which no id may, so each option is numbered. */
export function FlowChoices(props: {
  type: "radio" | "checkbox";
  name: string;
  legend: string;
  hint: string;
  options: readonly ChoiceOption[];
  defaultValues?: readonly string[];
}) {
  const { type, name, options } = props;
  const field = useField(name, props.hint);
  const chosen = field.typed ?? props.defaultValues ?? [];
  return (
    <Fieldset
      name={name}
      legend={props.legend}
      hint={props.hint}
      error={field.error}
      describedBy={field.describedBy}
    >
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type={type}
          name={name}
          id={`${name}-${index + 1}`}
          option={option}
          isChosen={chosen.includes(option.value)}
        />
      ))}
    </Fieldset>
  );
}
