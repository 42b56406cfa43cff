"use server";

import { oneError } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayFaults, sayIn } from "@/app/_request/say";
import { changeLetter, createLetter, finishLetter } from "@/lib/letters/commands";
import { openPlaceholders } from "@/lib/letters/open-placeholders";
import { findLetter } from "@/lib/letters/queries";
import { readLetterForm } from "@/lib/letters/read-letter-form";
import { texts } from "@/lib/platform/texts";

const lettersOf = (caseId: string) => `/cases/${caseId}/letters`;

export const draftLetter = caseAction(lettersOf, async (opened, { values, now }) => {
  const drafted = await createLetter(opened, { formKey: formKeyOf(values) }, now);
  if (!drafted.ok) return oneError("", texts("letters.page")("needsCalls"));
  return { goTo: `${lettersOf(opened.id)}/${drafted.value}` };
});

/** Saves the draft, or saves and finishes it: the button that was pressed says which. */
export const saveLetter = caseAction(
  (caseId, values) => `${lettersOf(caseId)}/${values.letterId ?? ""}`,
  async (opened, { values, now }) => {
    const letter = await findLetter(opened, String(values.letterId ?? ""));
    if (!letter) nothingThere();
    const form = readLetterForm(values);
    if (!form.ok) return { errors: sayFaults("letters.errors", form.errors) };
    const change = { id: letter.id, seenVersion: form.seenVersion, input: form.input };
    const isFinal = values.then === "finish";
    const saved = await (isFinal ? finishLetter : changeLetter)(opened, change, now);
    const here = `${lettersOf(opened.id)}/${letter.id}`;
    if (saved.ok) return { goTo: `${here}?done=${isFinal ? "finished" : "saved"}` };
    if (saved.code === "NOT_FOUND") nothingThere();
    if (saved.code === "CHANGED_MEANWHILE") {
      const conflict = texts("letters.form")("conflict");
      return { errors: [{ field: "", text: conflict }], values: { version: String(letter.version) } };
    }
    const list = openPlaceholders(form.input).join(", ");
    return oneError(
      saved.code === "PLACEHOLDERS" ? "body" : "",
      sayIn("letters.errors")(saved.code, { list }),
    );
  },
);
