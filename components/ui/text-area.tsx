"use client";

import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

export function TextArea(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  rows?: number;
  spellCheck?: boolean;
  asHeading?: boolean;
  defaultValue?: string;
}) {
  const { name } = props;
  const field = useField(name, props.hint);
  return (
    <FieldFrame
      name={name}
      label={props.label}
      hint={props.hint}
      error={field.error}
      asHeading={props.asHeading}
    >
      <textarea
        id={name}
        name={name}
        rows={props.rows ?? 5}
        dir="auto"
        autoComplete="off"
        spellCheck={props.spellCheck}
        defaultValue={field.typed?.[0] ?? props.defaultValue}
        aria-describedby={field.describedBy}
        aria-invalid={field.isWrong}
      />
    </FieldFrame>
  );
}
