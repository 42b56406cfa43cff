"use client";

import type { ReactNode } from "react";
import { Choice, type ChoiceOption } from "./choice";
import { Fieldset } from "./fieldset";
import { useField } from "./form-context";

// A long list of short answers is read sooner in two columns, where there is room for them.
const MANY = 6;

export function Checkboxes(props: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly ChoiceOption[];
  asHeading?: boolean;
  defaultValues?: readonly string[];
}) {
  const { name } = props;
  const field = useField(name, props.hint);
  const chosen = field.typed ?? props.defaultValues ?? [];
  return (
    <Fieldset
      name={name}
      legend={props.legend}
      hint={props.hint}
      error={field.error}
      asHeading={props.asHeading}
      describedBy={field.describedBy}
    >
      <div className={props.options.length > MANY ? "choices-in-columns" : undefined}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            id={`${name}-${option.value}`}
            option={option}
            isChosen={chosen.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
