import { expect, type Page } from "@playwright/test";
import type { Fields } from "./mara";

/**
 * Puts words into the page's main form all at once, faster than a person and with signs that no keyboard has. The fields
 * are the form's only store, so this is the same as typing.
 */
export async function fillAtOnce(page: Page, fields: Fields) {
  await page
    .locator("main form")
    .first()
    .evaluate((form, given) => {
      for (const [name, value] of Object.entries(given)) {
        for (const field of form.querySelectorAll(`[name="${name}"]`)) {
          if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type))
            field.checked = [value].flat().includes(field.value);
          else if ("value" in field) field.value = value;
        }
      }
    }, fields);
}

/** What the page's main form would send, by field; what React and the app add for themselves is left out. */
export function typedValues(page: Page): Promise<[string, string][]> {
  const isOwn = ([name, value]: [string, FormDataEntryValue]) =>
    typeof value === "string" && !name.startsWith("$ACTION_") && !["formKey", "version"].includes(name);
  return page
    .locator("main form")
    .first()
    .evaluate((form) => [...new FormData(form as HTMLFormElement)])
    .then((fields) => fields.filter(isOwn) as [string, string][]);
}

/** The whole of the form, to be posted by hand: the same form sent again, or many times at once. */
export async function wholeForm(page: Page): Promise<Record<string, string>> {
  const fields = await page
    .locator("main form")
    .first()
    .evaluate((form) => [...new FormData(form as HTMLFormElement)]);
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}

/** Presses the form's button; the page that comes back is the same one, and `words` stand in its summary. */
export async function sendAndBeTold(page: Page, words: string) {
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator("main .error-summary")).toContainText(words);
}
