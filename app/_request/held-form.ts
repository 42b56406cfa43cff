import "server-only";
import { now } from "@/lib/platform/clock";
import { emptyForm, type FormState, type FormValues } from "@/lib/platform/form-state";
import { dropHeldForm, holdForm, readHeldForm } from "@/lib/storage/held-forms";
import { clearHeldFormCookie, readHeldFormCookie, writeHeldFormCookie } from "./session-cookies";

/** Keeps what was typed while the person cannot be served; only this browser can read it again. */
export async function holdTypedForm(path: string, values: FormValues): Promise<void> {
  await writeHeldFormCookie(await holdForm({ path, values }, now()));
}

/** What was typed into the form of this page and could not be saved, as the form's first state. */
export async function heldFormState(path: string): Promise<FormState | undefined> {
  const held = await readHeldFormCookie();
  const form = held && (await readHeldForm(held, now()));
  return form?.path === path ? { ...emptyForm, values: form.values } : undefined;
}

/** The note of a file that was not taken, for the form of this page. */
export async function heldNote(path: string): Promise<string | undefined> {
  const note = (await heldFormState(path))?.values.note;
  return typeof note === "string" ? note : undefined;
}

/** Where the held form belongs, for the page that says the server cannot be reached. */
export async function heldFormPath(): Promise<string | undefined> {
  const held = await readHeldFormCookie();
  return held && (await readHeldForm(held, now()))?.path;
}

/** Forgets the held form, once its words are saved. */
export async function forgetHeldForm(path: string): Promise<void> {
  const held = await readHeldFormCookie();
  if (!held || (await readHeldForm(held, now()))?.path !== path) return;
  await dropHeldForm(held.id);
  await clearHeldFormCookie();
}
