import { expect, type Page } from "@playwright/test";

/** More stops than any page has. */
const MOST_STOPS = 120;

/** Presses Tab until the element has the focus; every stop on the way must show that it has it. */
export async function tabTo(page: Page, selector: string) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(describeFocus, selector);
    expect(focus.fault, `the focus on ${focus.name}`).toBe("");
    if (focus.isThere) return;
  }
  throw new Error(`No stop of the Tab key reaches ${selector}`);
}

/** Goes to the field by Tab and writes into it. */
export async function write(page: Page, selector: string, words: string) {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

/** Goes to the button by Tab, presses Enter and waits for the page that it leads to. */
export async function press(page: Page, selector: string, leadsTo: RegExp) {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
  await page.waitForURL(leadsTo);
}

// Runs in the page. In order: a ring of at least 2 px around the element, and the element itself in view with nothing over
// it (WCAG 2.4.7, 2.4.11). A control inside a page may also show the ring on its frame or label.
function describeFocus(selector: string) {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return { name: "nothing", fault: "nothing has it", isThere: false };
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const hasRing = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const y = Math.max(box.top, 0) / 2 + Math.min(box.bottom, innerHeight) / 2;
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 10), y);
  const isCovered = !(over && (element.contains(over) || over.contains(element)));
  const faults = [hasRing ? "" : "no ring", isInView ? "" : "out of view", isCovered ? "covered" : ""];
  return {
    name: `${element.localName}#${element.id} ${element.className}`,
    fault: faults.filter(Boolean).join(", "),
    isThere: element.matches(selector),
  };
}
