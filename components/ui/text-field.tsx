"use client";

import type { HTMLAttributes, ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

export type FieldWidth = "tiny" | "short" | "medium" | "full";

export function TextField(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  width?: FieldWidth;
  type?: "text" | "password" | "tel" | "email" | "search";
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  autoComplete?: string;
  spellCheck?: boolean;
  asHeading?: boolean;
  defaultValue?: string;
}) {
  const { name, type = "text", width = "full" } = props;
  const field = useField(name, props.hint);
  return (
    <FieldFrame
      name={name}
      label={props.label}
      hint={props.hint}
      error={field.error}
      asHeading={props.asHeading}
    >
      <input
        className={`width-${width}`}
        id={name}
        name={name}
        type={type}
        dir={type === "text" || type === "search" ? "auto" : undefined}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? "off"}
        autoCapitalize={type === "text" ? undefined : "none"}
        spellCheck={props.spellCheck ?? false}
        defaultValue={type === "password" ? undefined : (field.typed?.[0] ?? props.defaultValue)}
        aria-describedby={field.describedBy}
        aria-invalid={field.isWrong}
      />
    </FieldFrame>
  );
}
