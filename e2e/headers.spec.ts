import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { countRows } from "./database-rows";
import { type Furnished, furnish, type StorageState } from "./furnished-case";
import { callAt, fill, logCall, signUp, startCase } from "./mara";
import { addressOf, otherRoutes, pageRoutes } from "./page-list";
import { openReady } from "./ready-page";
import { openLink } from "./theo";
import { wholeForm } from "./typed-form";

let mara: Furnished | undefined;

test.use({ trace: "off", storageState: ({ browserName: _ }, use) => use(mara?.state as StorageState) });

test.beforeAll(async ({ browser }) => {
  mara = await furnish(browser);
});

function the(): Furnished {
  if (!mara) throw new Error("There is no case yet");
  return mara;
}

const everywhere = {
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

test("every page and download forbids caches, frames, scripts of others and guessing of types", async ({
  page,
}) => {
  const downloads = otherRoutes().filter((route) => !/\/(upload|apply|leave)$/.test(route));
  for (const route of [...pageRoutes(), ...downloads]) {
    const answer = await page.request.get(addressOf(route, the().ids), { maxRedirects: 0 });
    expectGuarded(answer, route);
  }
  for (const path of [
    "/no/such/page",
    "/no/such/upload",
    "/s/x",
    "/cases/x/evidence/upload",
    "/_next/image?url=x",
  ])
    expectGuarded(await page.request.get(path), path);
});

test("pages that nobody is signed in to are guarded alike", async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ baseURL, storageState: undefined });
  for (const route of [...pageRoutes(), ...otherRoutes()])
    expectGuarded(await stranger.get(addressOf(route, the().ids), { maxRedirects: 0 }), route);
  await stranger.dispose();
});

test("a page runs only scripts that carry its own nonce, and each page has a new one", async ({ page }) => {
  const nonces = new Set<string>();
  for (const path of ["/cases", "/cases", "/sign-in"]) {
    const answer = await page.request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? "";
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  }
  expect(nonces.size).toBe(3);
});

test("every cookie is bound to this host, out of reach for scripts, and never sent from elsewhere", async ({
  browser,
}) => {
  const { link, ids } = the();
  const context = await browser.newContext({ storageState: undefined });
  const page = await context.newPage();
  await signUp(page);
  const caseId = await startCase(page);
  await page.goto(`/cases/${caseId}/links`);
  await fill(page, { recipient: "Theo" });
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/links\/[0-9a-f-]{36}$/);
  await openLink(page, link, { hasScripts: true });
  await openReady(page, `/cases/${caseId}/incidents/new`);
  await context.clearCookies({ name: "__Host-nightjar-session" });
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/sign-in/);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    "__Host-nightjar-held",
    "__Host-nightjar-key",
    "__Host-nightjar-link",
    "__Host-nightjar-link-key",
    "__Host-nightjar-passcode",
  ]);
  for (const cookie of cookies)
    expect(cookie).toMatchObject({
      domain: "localhost",
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Strict",
    });
  expect(ids.caseId).not.toBe(caseId);
  await context.close();
});

test("in a walk through every page nothing is asked of another site, and the console has nothing to say", async ({
  page,
  baseURL,
}) => {
  const { asked, said } = listen(page);
  for (const route of pageRoutes()) await openReady(page, addressOf(route, the().ids));
  await logCall(page, await startCase(page), callAt("22:15"));
  await openLink(page, the().link, { hasScripts: true });
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(said.filter((words) => !/404 \(Not Found\)/.test(words))).toEqual([]);
});

test("every link of every page leads somewhere", async ({ page }) => {
  const hrefs = new Set<string>();
  for (const route of pageRoutes()) {
    await page.goto(addressOf(route, the().ids));
    const links = page.locator('a[href^="/"]:not([href="/leave"])');
    for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? "")))
      hrefs.add(href);
  }
  expect(hrefs.size).toBeGreaterThan(30);
  for (const href of hrefs) expect((await page.request.get(href)).status(), href).toBe(200);
});

test.describe("from another site", () => {
  const evil = "https://evil.example";

  test("no action can be called", async ({ page }) => {
    const { caseId = "" } = the().ids;
    await page.goto(`/cases/${caseId}/incidents/new`);
    const form = { ...(await wholeForm(page)), ...callAt("22:15", { kinds: "silent" }) } as Record<
      string,
      string
    >;
    const before = await countRows("Incident", { column: "caseId", id: caseId });
    const origins: Record<string, string>[] = [
      { Origin: evil },
      { Origin: "null" },
      { Origin: evil, "X-Forwarded-Host": "other.example" },
    ];
    for (const headers of origins) {
      const answer = await page.request.post(page.url(), { multipart: form, headers, maxRedirects: 0 });
      expect(answer.status(), JSON.stringify(headers)).toBeGreaterThanOrEqual(400);
    }
    expect(await countRows("Incident", { column: "caseId", id: caseId })).toBe(before);
  });

  test("no file can be added or fetched", async ({ page }) => {
    const { caseId = "", fileId } = the().ids;
    const file = { name: "log.txt", mimeType: "text/plain", buffer: Buffer.from("log") };
    const path = `/cases/${caseId}/evidence`;
    const before = await countRows("EvidenceFile", { column: "caseId", id: caseId });
    const origins: Record<string, string>[] = [
      { Origin: evil },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { Origin: "null" },
      {},
    ];
    for (const headers of origins) {
      const answer = await page.request.post(`${path}/upload`, {
        multipart: { file },
        headers,
        maxRedirects: 0,
      });
      expect(answer.status(), JSON.stringify(headers)).toBe(403);
    }
    expect(await countRows("EvidenceFile", { column: "caseId", id: caseId })).toBe(before);
    const fetched = await page.request.get(`${path}/${fileId}/file`, {
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    expect(fetched.status()).toBe(403);
  });
});

function expectGuarded(answer: APIResponse, name: string) {
  const headers = answer.headers();
  expect.soft(headers, name).toMatchObject(everywhere);
  expect.soft(headers["cache-control"], name).toContain("no-store");
  expect.soft(headers, name).not.toHaveProperty("x-powered-by");
  expect.soft(headers, name).not.toHaveProperty("access-control-allow-origin");
  const policy = policyOf(answer);
  expect.soft(policy, name).toContain("default-src 'none'");
  expect.soft(policy, name).not.toMatch(/unsafe-(inline|eval)|\*|data:|https?:/);
  if (!policy.includes("sandbox")) expect.soft(policy, name).toContain("frame-ancestors 'none'");
}

function policyOf(answer: APIResponse): string {
  return answer.headers()["content-security-policy"] ?? "";
}

function listen(page: Page) {
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  return { asked, said };
}
