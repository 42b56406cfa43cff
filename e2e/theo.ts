// What Theo does with a case link: no account, only what Mara gave him.
import { type Download, expect, type Locator, type Page } from "@playwright/test";
import { fill, type MadeLink, send } from "./mara";

/** Opens a case link: by the whole address where scripts run, else by typing the code. */
export async function openLink(page: Page, made: MadeLink, { hasScripts }: { hasScripts: boolean }) {
  await page.goto(hasScripts ? made.link : made.address);
  if (hasScripts) await expect(page.locator("#secret")).toHaveValue(made.link.split("#")[1] ?? "");
  else await fill(page, { secret: made.code });
  await fill(page, { passcode: made.passcode });
  await send(page, `/s/${made.linkId}`);
  await expect(chronology(page).first()).toBeVisible();
}

/** The calls as a reader sees them. */
export function chronology(page: Page): Locator {
  return page.locator("main section.entry");
}

/** The bytes behind an address of the page, asked for with this browser's cookies. */
export async function bytesBehind(page: Page, href: string | null): Promise<Buffer> {
  const answer = await page.context().request.get(href ?? "");
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** Plays a sound in the page and waits until some of it was heard. */
export async function hear(audio: Locator) {
  await audio.evaluate((player: HTMLAudioElement) => {
    player.muted = true; // A browser plays aloud only for somebody who is there.
    return player.play();
  });
  const heardSeconds = () => audio.evaluate((player: HTMLAudioElement) => player.currentTime);
  await expect.poll(heardSeconds).toBeGreaterThan(0.2);
}

export async function takeDownload(page: Page, link: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return download;
}
