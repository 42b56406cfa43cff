import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { type FieldErrors, type Resolver, useForm } from "react-hook-form";
import {
  type FormAction,
  type FormError,
  type FormState,
  type FormValues,
  formValues,
  isOfReact,
} from "@/lib/platform/form-state";

type Sending = {
  action: FormAction;
  posted: FormState;
  unreachable: string;
  resolver?: Resolver<FormValues>;
};

/**
 * Sends a form by script: once at a time, checked by `resolver` first if there is one. An answer without errors
 * that stays on the page empties the fields; a server out of reach leaves every word where it stands.
 */
export function useFormSender({ action, posted, unreachable, resolver }: Sending) {
  const [answer, setAnswer] = useState<FormState>();
  const [isSending, startSending] = useTransition();
  const isBusy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const state = answer ?? posted;

  const { handleSubmit } = useForm<FormValues>({
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    resolver: resolver && ((_, context, options) => resolver(typedInto(form.current), context, options)),
  });

  useEffect(() => {
    if (answer && answer.errors.length === 0) form.current?.reset();
  }, [answer]);

  async function send(data: FormData) {
    try {
      setAnswer(await action(state, data));
    } catch (error) {
      unstable_rethrow(error);
      setAnswer({ values: state.values, errors: [{ field: "", text: unreachable }] });
    } finally {
      isBusy.current = false;
    }
  }

  function refuse(errors: FieldErrors<FormValues>) {
    isBusy.current = false;
    setAnswer({ values: state.values, errors: toFormErrors(errors) });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy.current || isSending) return;
    isBusy.current = true;
    const data = dataOf(event);
    void handleSubmit(() => startSending(() => send(data)), refuse)(event);
  }

  return { form, state, submit, isSending };
}

/** What the browser would have posted, the pressed button included. */
function dataOf(event: FormEvent<HTMLFormElement>): FormData {
  const data = new FormData(event.currentTarget);
  const { submitter } = event.nativeEvent as SubmitEvent;
  if (submitter instanceof HTMLButtonElement && submitter.name) data.set(submitter.name, submitter.value);
  for (const name of [...data.keys()]) if (isOfReact(name)) data.delete(name);
  return data;
}

function typedInto(form: HTMLFormElement | null): FormValues {
  return form ? formValues(new FormData(form)) : {};
}

function toFormErrors(errors: FieldErrors<FormValues>): FormError[] {
  return Object.entries(errors).map(([name, error]) => ({
    field: name === "root" ? "" : name,
    text: String(error?.message ?? ""),
  }));
}
