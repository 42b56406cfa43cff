export type FormValues = Record<string, string | string[]>;

/** `field` is the name of a field, or "" when the error belongs to the form as a whole. */
export type FormError = { field: string; text: string };
export type FormState = { values: FormValues; errors: FormError[] };
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const emptyForm: FormState = { values: {}, errors: [] };

/**
 * The typed words of a form as plain values; a name that occurs more than once becomes a list. Files are left
 * out, and so are the names in `leaveOut`: a password must not travel back inside a page.
 */
export function formValues(form: FormData, leaveOut: readonly string[] = []): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (isOfReact(name) || leaveOut.includes(name)) continue;
    const typed = form.getAll(name).filter((value) => typeof value === "string");
    const [only] = typed;
    if (only !== undefined) values[name] = typed.length > 1 ? typed : only;
  }
  return values;
}

/** React hides the address of a server action in fields of this name, so that a form works without scripts. */
export function isOfReact(name: string): boolean {
  return name.startsWith("$ACTION_");
}
