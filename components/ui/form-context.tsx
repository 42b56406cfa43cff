"use client";

import { createContext, useContext } from "react";
import { emptyForm, type FormState } from "@/lib/platform/form-state";

export const FormContext = createContext<{ state: FormState; isSending: boolean }>({
  state: emptyForm,
  isSending: false,
});

/**
 * What the form around a field knows of it: the words typed before, the error, and the ids that tie hint and
 * error to the field.
 */
export function useField(name: string, hint?: unknown) {
  const { state } = useContext(FormContext);
  const value = state.values[name];
  const error = state.errors.find((one) => one.field === name)?.text;
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return {
    error,
    typed: value === undefined ? undefined : [value].flat(),
    describedBy: ids.length > 0 ? ids.join(" ") : undefined,
    isWrong: error ? true : undefined,
  };
}
