"use client";

import type { ReactNode } from "react";
import { Choice } from "./choice";
import { FieldError } from "./field-error";
import { useField } from "./form-context";

/** A single yes, such as "I have saved the recovery key"; it sends `value`, or nothing. */
export function Checkbox(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  isChosen?: boolean;
}) {
  const { name, value = "yes" } = props;
  const field = useField(name);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <FieldError name={name} text={field.error} />
      <Choice
        type="checkbox"
        name={name}
        id={name}
        option={{ value, label: props.label, hint: props.hint }}
        isChosen={field.typed?.includes(value) ?? props.isChosen ?? false}
      />
    </div>
  );
}
