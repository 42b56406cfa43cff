import type { ReactNode } from "react";
import { FieldError } from "./field-error";

/** A question with several controls. `name` gives the error summary something to link to. */
export function Fieldset(props: {
  legend: ReactNode;
  hint?: ReactNode;
  name?: string;
  error?: string;
  asHeading?: boolean;
  describedBy?: string;
  children: ReactNode;
}) {
  const name = props.name ?? "";
  return (
    <fieldset
      className={props.error ? "field field-wrong" : "field"}
      id={props.name}
      tabIndex={props.name ? -1 : undefined}
      aria-describedby={props.describedBy}
    >
      <legend>{props.asHeading ? <h1 className="question">{props.legend}</h1> : props.legend}</legend>
      {props.hint && (
        <p className="hint" id={name ? `${name}-hint` : undefined}>
          {props.hint}
        </p>
      )}
      <FieldError name={name} text={props.error} />
      {props.children}
    </fieldset>
  );
}
