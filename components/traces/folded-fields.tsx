"use client";

import { type ReactNode, useContext } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { FormContext } from "@/components/ui/form-context";

/** A part of a form that few need, folded away; it lies open while the form has a problem. */
export function FoldedFields(props: { summary: ReactNode; isOpen?: boolean; children: ReactNode }) {
  const { state } = useContext(FormContext);
  return (
    <Disclosure summary={props.summary} isOpen={props.isOpen || state.errors.length > 0}>
      {props.children}
    </Disclosure>
  );
}
