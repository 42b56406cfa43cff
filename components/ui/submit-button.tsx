"use client";

import { type ReactNode, useContext } from "react";
import { type ButtonKind, buttonClass } from "./button-class";
import { FormContext } from "./form-context";

/**
 * Never truly disabled: a disabled button swallows the click and its own name and value. The form itself sends
 * only once. `busy` says what a long sending does.
 */
export function SubmitButton(props: {
  children: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  busy?: string;
}) {
  const { isSending } = useContext(FormContext);
  return (
    <>
      <button
        type="submit"
        className={buttonClass(props.kind)}
        name={props.name}
        value={props.value}
        aria-disabled={isSending || undefined}
      >
        {props.children}
      </button>
      {props.busy && (
        <span className="busy" role="status">
          {isSending ? props.busy : null}
        </span>
      )}
    </>
  );
}
