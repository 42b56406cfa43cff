"use client";

import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

export function SelectField(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly { value: string; label: string }[];
  asHeading?: boolean;
  defaultValue?: string;
}) {
  const { name } = props;
  const field = useField(name, props.hint);
  const chosen = field.typed?.[0] ?? props.defaultValue;
  return (
    <FieldFrame
      name={name}
      label={props.label}
      hint={props.hint}
      error={field.error}
      asHeading={props.asHeading}
    >
      {/* React reads a select's defaultValue only once; the key makes it read the kept choice again. */}
      <select
        key={chosen}
        id={name}
        name={name}
        defaultValue={chosen}
        aria-describedby={field.describedBy}
        aria-invalid={field.isWrong}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
