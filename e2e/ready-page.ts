import { expect, type Page } from "@playwright/test";

/** Opens a page and waits until the scripts have taken its forms over, so that what follows tests the scripts. */
export async function openReady(page: Page, path: string) {
  await page.goto(path);
  await untilReady(page);
}

/** Waits until React has put its marks on every form that is its own (a plain form posts to an address). */
export async function untilReady(page: Page) {
  const areTaken = () =>
    [...document.querySelectorAll("main form")]
      .filter((form) => !form.getAttribute("action")?.startsWith("/"))
      .every((form) => Object.keys(form).some((key) => key.startsWith("__reactProps")));
  await expect.poll(() => page.evaluate(areTaken)).toBe(true);
}
