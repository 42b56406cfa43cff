import type { ReactNode } from "react";
import { type ButtonKind, buttonClass } from "./button-class";

/** A submit button of a plain form, such as a filter by GET; inside an ActionForm use SubmitButton. */
export function Button(props: { children: ReactNode; kind?: ButtonKind; name?: string; value?: string }) {
  return (
    <button type="submit" className={buttonClass(props.kind)} name={props.name} value={props.value}>
      {props.children}
    </button>
  );
}
