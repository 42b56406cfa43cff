import type { ReactNode } from "react";
import { FieldError } from "./field-error";

/** Label, hint and error around one control; `asHeading` makes the label the heading of a one-question page. */
export function FieldFrame(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  asHeading?: boolean;
  children: ReactNode;
}) {
  const label = <label htmlFor={props.name}>{props.label}</label>;
  return (
    <div className={props.error ? "field field-wrong" : "field"}>
      {props.asHeading ? <h1 className="question">{label}</h1> : label}
      {props.hint && (
        <p className="hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError name={props.name} text={props.error} />
      {props.children}
    </div>
  );
}
