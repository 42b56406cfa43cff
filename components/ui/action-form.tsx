"use client";

import { type ReactNode, useActionState } from "react";
import type { Resolver } from "react-hook-form";
import { emptyForm, type FormAction, type FormState, type FormValues } from "@/lib/platform/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { HiddenFields } from "./hidden-fields";
import { useErrorTitle } from "./use-error-title";
import { useFormSender } from "./use-form-sender";

/** `problem` heads the error summary, `unreachable` is said when the server does not answer. */
export type FormTexts = { problem: string; unreachable: string; errorTitle: string };

/**
 * A form that keeps every typed word. Without scripts the browser posts it and the page comes back with words
 * and errors in place; with scripts the same action is called and the fields are not touched. The fields
 * themselves are the only store, so autofill, dictation and words typed before the scripts arrived all count.
 */
export function ActionForm(props: {
  action: FormAction;
  texts: FormTexts;
  initial?: FormState;
  hidden?: Record<string, string>;
  resolver?: Resolver<FormValues>;
  children: ReactNode;
}) {
  const { action, texts, resolver, initial = emptyForm, hidden = {} } = props;
  const [posted, post] = useActionState(action, initial);
  const { form, state, submit, isSending } = useFormSender({
    action,
    posted,
    unreachable: texts.unreachable,
    resolver,
  });
  useErrorTitle(state.errors.length > 0, texts.errorTitle);

  return (
    <form ref={form} action={post} onSubmit={submit} noValidate aria-busy={isSending || undefined}>
      <FormContext value={{ state, isSending }}>
        <ErrorSummary heading={texts.problem} errors={state.errors} />
        <HiddenFields fields={hidden} />
        {props.children}
      </FormContext>
    </form>
  );
}
