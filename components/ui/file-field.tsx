"use client";

import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

/** State the limits in `hint`: a person must know them before she chooses a file. */
export function FileField(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  isMultiple?: boolean;
}) {
  const { name } = props;
  const field = useField(name, props.hint);
  return (
    <FieldFrame name={name} label={props.label} hint={props.hint} error={field.error}>
      <input
        id={name}
        name={name}
        type="file"
        accept={props.accept}
        multiple={props.isMultiple}
        aria-describedby={field.describedBy}
        aria-invalid={field.isWrong}
      />
    </FieldFrame>
  );
}
