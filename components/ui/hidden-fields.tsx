"use client";

import { useContext } from "react";
import { FormContext } from "./form-context";

/** Values the person does not see; what was posted before stands, so a retry carries the same key. */
export function HiddenFields({ fields }: { fields: Record<string, string> }) {
  const { values } = useContext(FormContext).state;
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={[values[name] ?? value].flat()[0]} />
  ));
}
