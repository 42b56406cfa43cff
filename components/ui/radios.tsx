"use client";

import type { ReactNode } from "react";
import { Choice, type ChoiceOption } from "./choice";
import { Fieldset } from "./fieldset";
import { useField } from "./form-context";

export function Radios(props: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly ChoiceOption[];
  asHeading?: boolean;
  defaultValue?: string;
}) {
  const { name } = props;
  const field = useField(name, props.hint);
  const chosen = field.typed?.[0] ?? props.defaultValue;
  return (
    <Fieldset
      name={name}
      legend={props.legend}
      hint={props.hint}
      error={field.error}
      asHeading={props.asHeading}
      describedBy={field.describedBy}
    >
      {props.options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          id={`${name}-${option.value}`}
          option={option}
          isChosen={option.value === chosen}
        />
      ))}
    </Fieldset>
  );
}
