import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Owner } from "@/lib/account/owner";
import type { OwnedCase } from "@/lib/cases/case";
import { openCase } from "@/lib/cases/queries";
import { now } from "@/lib/platform/clock";
import { isDatabaseAway } from "@/lib/platform/db-faults";
import { type FormAction, type FormState, type FormValues, formValues } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { currentOwner } from "./current-owner";
import { forgetHeldForm, holdTypedForm } from "./held-form";
import { nothingThere } from "./nothing-there";

export type Posted = { values: FormValues; form: FormData; now: Date };

/** What an action gives back to its form: faults to show, or where to go on. */
export type Answer = { errors: { field: string; text: string }[]; values?: FormValues } | { goTo: string };

// A password must not travel back inside a page, nor be held on the disk.
const NEVER_BACK = ["password", "currentPassword", "renewPassword", "passcode"];

/** An action that anybody may call, such as signing in. */
export function openAction(run: (posted: Posted) => Promise<Answer>): FormAction {
  return async (...given) => answer(given, "/", (posted) => run(posted));
}

/** An action of a signed-in person. `at` is the path of its form: where the words wait when the session has ended. */
export function ownerAction(
  at: (values: FormValues) => string,
  run: (owner: Owner, posted: Posted) => Promise<Answer>,
): FormAction {
  return async (...given) => {
    const path = at(formValues(formOf(given)));
    return answer(given, path, async (posted) => run(await ownerOrSignIn(path, posted), posted));
  };
}

/** An action on one of the person's own cases; the form names it in `caseId`. Anybody else's answers 404. */
export function caseAction(
  at: (caseId: string, values: FormValues) => string,
  run: (opened: OwnedCase, posted: Posted, owner: Owner) => Promise<Answer>,
): FormAction {
  return ownerAction(
    (values) => at(String(values.caseId ?? ""), values),
    async (owner, posted) => {
      const opened = await openCase(owner, String(posted.values.caseId ?? ""));
      return opened ? run(opened, posted, owner) : nothingThere();
    },
  );
}

async function answer(
  given: unknown[],
  path: string,
  run: (posted: Posted) => Promise<Answer>,
): Promise<FormState> {
  const form = formOf(given);
  const values = formValues(form, NEVER_BACK);
  let result: Answer;
  try {
    result = await run({ values: formValues(form), form, now: now() });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return answerWithoutDatabase(path, values);
  }
  if (!("goTo" in result)) return { values: { ...values, ...result.values }, errors: result.errors };
  await forgetHeldForm(path);
  redirect(result.goTo);
}

// React hands an action its form's last state and then the form; a form without state hands the form alone.
function formOf(given: unknown[]): FormData {
  const form = given.at(-1);
  return form instanceof FormData ? form : new FormData();
}

async function ownerOrSignIn(path: string, posted: Posted): Promise<Owner> {
  const owner = await currentOwner();
  if (owner) return owner;
  await holdTypedForm(path, formValues(posted.form, NEVER_BACK));
  redirect(`/sign-in?next=${encodeURIComponent(path)}&held=1`);
}

// With scripts the page stands as it is, words and all; without, the words wait on the disk for a day.
async function answerWithoutDatabase(path: string, values: FormValues): Promise<FormState> {
  if ((await headers()).has("next-action"))
    return { values, errors: [{ field: "", text: texts("form")("unreachable") }] };
  await holdTypedForm(path, values);
  redirect("/unavailable");
}
