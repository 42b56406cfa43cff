import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { exampleCalls } from "@/lib/example-case/example-calls";
import type { StorageState } from "./furnished-case";
import {
  callAt,
  type Fields,
  type GivenFile,
  logCall,
  makePacket,
  makeReport,
  send,
  signUp,
  startCase,
} from "./mara";
import { openReady } from "./ready-page";
import { type SecondServer, startSecondServer } from "./second-server";
import { fillAtOnce, sendAndBeTold, typedValues, wholeForm } from "./typed-form";

test.use({ trace: "off", storageState: ({ browserName: _ }, use) => use(state) });

let state: StorageState | undefined;
let caseId: string;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signUp(page);
  caseId = await startCase(page, { number2: "020 7946 0123" });
  state = await page.context().storageState();
  await page.close();
});

const newCall = () => `/cases/${caseId}/incidents/new`;

/** A call with something in nearly every field, so that a lost one is noticed. */
const fullCall = (over: Fields): Fields =>
  callAt("22:15", {
    precision: "about",
    timeSource: "memory",
    shownName: "Pharmacy",
    verifiedMark: "warning",
    durationMinutes: "2",
    kinds: ["threat-injury", "obscene"],
    exactWords: "I will find you.",
    voice: ["man", "calm"],
    voiceNotes: "northern",
    background: ["train"],
    whatISaid: "Nothing.",
    toldToStop: "no",
    callTrace: "not-tried",
    witnesses: "My sister",
    effect: "No sleep",
    ...over,
  });

const clocksWentBack = { day: "26", month: "October", year: "2025", time: "01:30" };
const tooLong = "a".repeat(100_001);

// The first five are tried with scripts too; both ways go through the same action.
const mistakes: [name: string, typed: Fields, told: string, field: string][] = [
  [
    "more than 100,000 characters",
    { whatHappened: tooLong },
    "This must be 100,000 characters or fewer",
    "whatHappened",
  ],
  [
    "a date in the future",
    { year: "2090" },
    "The date and time the call started must be in the past",
    "date",
  ],
  ["31 February", { day: "31", month: "February" }, "31 February does not exist. Check the date", "date"],
  ["25:61", { time: "25:61" }, "The time must be like 22:15 or 10:15 pm", "time"],
  [
    "an hour that the clocks skipped",
    { day: "30", month: "3", year: "2025", time: "01:30" },
    "The clocks went forward from 01:00 to 02:00 that day, so 01:30 did not exist. Check the time",
    "time",
  ],
  [
    "an hour that came twice",
    clocksWentBack,
    "The clocks went back that day, so 01:30 came twice. Choose the first (+01:00) or the second (+00:00)",
    "whichHour",
  ],
  [
    "a year before there were such calls",
    { year: "1970" },
    "The year must be 1990 or later. Check the year",
    "date",
  ],
  [
    "a month that there is not",
    { month: "Nevember" },
    "The month must be a number from 1 to 12 or a name, like March",
    "date",
  ],
  ["no date at all", { day: "", month: "", year: "" }, "Enter the date the call started", "date"],
  ["nothing written", { whatHappened: " \n" }, "Enter what happened", "whatHappened"],
  [
    "200,000 characters",
    { whatHappened: "🕯".repeat(200_000) },
    "This must be 100,000 characters or fewer",
    "whatHappened",
  ],
  [
    "a length in words",
    { durationMinutes: "two" },
    "How long the call lasted must be in numbers, like 2",
    "durationMinutes",
  ],
];

/** Words that a program may stumble over, and that must come back as they went in. */
const oddTexts = {
  "100,000 characters": "Ünd dann 🕯 ".repeat(9_090).slice(0, 100_000),
  "words from right to left": "قال إنه سيجدني (اليوم)\nثم أغلق الخط",
  "emoji of several parts": "👩🏽‍🚒🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 é",
  "a word of 500 letters": "w".repeat(500),
  "a script": "<script>document.title = 'caught'</script><img src=x onerror=alert(1)> &amp; {{7*7}}",
  "a formula": '=HYPERLINK("http://x.example")\n+1\n@SUM(A1)',
  "spaces and empty lines": "  two spaces\n\n\n\ttab at the end\t ",
};

const someTexts = Object.entries(oddTexts).slice(1, 3);

for (const isScripted of [false, true]) {
  test.describe(isScripted ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: isScripted });

    for (const [name, typed, told, field] of isScripted ? mistakes.slice(0, 5) : mistakes) {
      test(`${name} is told beside the field, and every other field keeps its words`, async ({ page }) => {
        await open(page, newCall(), isScripted);
        await fillAtOnce(page, fullCall(typed));
        const before = await typedValues(page);
        await sendAndBeTold(page, told);
        await expect(page.locator(`main #${field}-error`)).toHaveText(told);
        await expect(page.locator(".error-summary a")).toHaveAttribute("href", await hrefOfControl(page));
        expect(await typedValues(page)).toEqual(before);
      });
    }

    for (const [name, words] of isScripted ? someTexts : Object.entries(oddTexts)) {
      test(`${name} come back as they were typed`, async ({ page }) => {
        await open(page, newCall(), isScripted);
        await fillAtOnce(
          page,
          callAt("22:15", { whatHappened: words, exactWords: words, shownName: "<b>&amp;</b>" }),
        );
        await send(page, `/cases/${caseId}/incidents/*`);
        expect((await firstText(page)) === words, "on the page").toBe(true);
        expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
        expect(await page.title()).toBe("Notes");
        await page.goto(`${new URL(page.url()).pathname}/amend`);
        expect((await page.locator("#whatHappened").inputValue()) === words, "in the form").toBe(true);
        expect(await page.locator("#shownName").inputValue()).toBe("<b>&amp;</b>");
      });
    }

    test("NUL and halves of characters do no harm, and the words around them stay", async ({ page }) => {
      await open(page, newCall(), isScripted);
      await fillAtOnce(page, callAt("22:15", { whatHappened: "before\0after \ud800 between \udfff end" }));
      await send(page, `/cases/${caseId}/incidents/*`);
      expect(await firstText(page)).toMatch(/^before\0?after \ufffd between \ufffd end$/);
    });

    test("an hour that came twice is taken once it is said which of the two", async ({ page }) => {
      for (const [whichHour, offset] of [
        ["first", "+01:00"],
        ["second", "+00:00"],
      ] as const) {
        await open(page, newCall(), isScripted);
        await fillAtOnce(page, callAt("01:30", clocksWentBack));
        await sendAndBeTold(page, "Choose the first");
        await page.locator(`[name="whichHour"][value="${whichHour}"]`).check();
        await send(page, `/cases/${caseId}/incidents/*`);
        await expect(page.locator("main h1")).toContainText(`01:30 (${offset})`);
      }
    });
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, shownNumber, remark] of [
    ["with letters", "0800 FLOWERS ☎", "holds letters, so it is kept as it is"],
    ["of 60 digits", "0123456789".repeat(6), "cannot be a phone number"],
  ] as const) {
    test(`a number ${name} is kept as it was shown, with a remark`, async ({ page }) => {
      await logCall(page, caseId, callAt("22:15", { shownNumber }));
      await expect(page.locator("main .summary-list bdi").first()).toHaveText(shownNumber);
      await expect(page.locator("main table")).toContainText(remark);
    });
  }

  test("a number that no letter could name is told, and the rest of the case form stays", async ({
    page,
  }) => {
    await page.goto("/cases/new");
    const title = "Calls, قضية";
    await fillAtOnce(page, {
      title,
      country: "GB",
      zone: "Europe/London",
      number1: "call me",
      provider1: "P",
    });
    const before = await typedValues(page);
    await sendAndBeTold(page, "Enter a phone number with its area code, like 020 7946 0123");
    expect(await typedValues(page)).toEqual(before);
  });

  test("of the oddest calls a report and a packet can be made", async ({ page }) => {
    await page.goto(newCall());
    const whatHappened = `${Object.values(oddTexts).join("\n").slice(100_000)}\0 \ufffe \u202e end`;
    await fillAtOnce(page, callAt("22:15", { whatHappened, shownName: "=1+1", shownNumber: "9".repeat(60) }));
    await send(page, `/cases/${caseId}/incidents/*`);
    await makeReport(page, caseId);
    await makePacket(page, caseId);
  });
});

test.describe("the same form sent twice", () => {
  test("ten at the same moment make one call, and every answer leads to it", async ({ page }) => {
    const own = await startCase(page);
    await page.goto(`/cases/${own}/incidents/new`);
    await fillAtOnce(page, callAt("22:15"));
    const form = await wholeForm(page);
    const post = () => page.request.post(page.url(), { multipart: form, maxRedirects: 0 });
    const answers = await Promise.all(Array.from({ length: 10 }, post));
    const places = new Set(answers.map((answer) => answer.headers().location));
    expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(303));
    expect([...places]).toEqual([expect.stringMatching(/\/incidents\/[0-9a-f-]{36}\?done=logged$/)]);
    await page.goto(`/cases/${own}/incidents`);
    await expect(page.locator("main tbody tr")).toHaveCount(1);
  });

  test("ten at the same moment make one case, one example and one letter", async ({ page }) => {
    const post = async (path: string) => {
      await page.goto(path);
      const form = await wholeForm(page);
      const send = () => page.request.post(page.url(), { multipart: form, maxRedirects: 0 });
      const answers = await Promise.all(Array.from({ length: 10 }, send));
      const places = new Set(answers.map((answer) => answer.headers().location ?? `${answer.status()}`));
      expect(places.size, [...places].join(" ")).toBe(1);
      return [...places][0] ?? "";
    };
    const example = await post("/cases");
    await page.goto(`${example}/incidents`);
    const count = await page.locator("main .lead").innerText();
    expect(Number.parseInt(count, 10), count).toBe(exampleCalls.length);
    await post(`${example}/letters`);
    await post(`${example}/reports`);
  });

  test("a double click with scripts makes one call", async ({ page }) => {
    const own = await startCase(page);
    await openReady(page, `/cases/${own}/incidents/new`);
    await fillAtOnce(page, callAt("22:15"));
    await page.locator("main button[type=submit]").dblclick();
    await page.waitForURL(/done=logged/);
    await page.goto(`/cases/${own}/incidents`);
    await expect(page.locator("main tbody tr")).toHaveCount(1);
  });
});

for (const isScripted of [false, true]) {
  test.describe(`two tabs, ${isScripted ? "with" : "without"} scripts`, () => {
    test.use({ javaScriptEnabled: isScripted });

    test("that amend the same call: the second is told, sees both texts, and loses nothing", async ({
      page,
    }) => {
      const id = await logCall(page, caseId);
      const amend = `/cases/${caseId}/incidents/${id}/amend`;
      const second = await page.context().newPage();
      for (const tab of [page, second]) await open(tab, amend, isScripted);
      await fillAtOnce(page, { exactWords: "from the first tab", reason: "first" });
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(/done=amended/);

      await fillAtOnce(second, { exactWords: "from the second tab", witnesses: "me", reason: "second" });
      const before = await typedValues(second);
      await sendAndBeTold(second, "This call was amended in another tab while you were writing.");
      expect(await typedValues(second)).toEqual(before);
      const meanwhile = second.locator("main details", { hasText: "What was saved meanwhile" });
      await expect(meanwhile).toContainText("from the first tab");

      await second.locator("main form button[type=submit]").click();
      await second.waitForURL(/done=amended/);
      const versions = second.locator("main details", { hasText: /^Version \d/ });
      await expect(versions).toHaveCount(3);
      await expect(versions.nth(0)).toContainText("from the second tab");
      await expect(versions.nth(1)).toContainText("from the first tab");
    });
  });
}

test.describe("files", () => {
  test.use({ javaScriptEnabled: false });
  let server: SecondServer;
  let page: string;

  test.beforeAll(async () => {
    server = await startSecondServer({ env: { NIGHTJAR_MAX_FILE_MB: "1" } });
    page = `${server.url}/cases/${caseId}/evidence`;
  });
  test.afterAll(() => server.stop());

  const notes = Buffer.from("Call log of 2 March\n".repeat(20));
  const refused: [name: string, file: GivenFile | undefined, told: string][] = [
    [
      "over the limit",
      textFile("log.txt", Buffer.alloc(1_000_001, "a")),
      "The file must be smaller than 1 MB",
    ],
    ["with nothing in it", textFile("log.txt", Buffer.alloc(0)), "This file is empty. Choose another file"],
    [
      "of text that is named as sound",
      { ...textFile("call.mp3", notes), mimeType: "audio/mpeg" },
      "does not fit its name",
    ],
    ["of a program that is named as a picture", textFile("photo.jpg", program()), "does not fit its name"],
    ["of a program", textFile("photo.exe", program()), "The file must be sound, a picture"],
    ["that was not chosen", undefined, "Choose a file"],
  ];

  for (const [name, file, told] of refused) {
    test(`a file ${name} is told beside the field, and the note stays`, async ({ page: tab }) => {
      await tab.goto(page);
      await tab.locator("#note").fill("from my phone");
      if (file) await tab.locator("#file").setInputFiles(file);
      await tab.locator("form[enctype] button").click();
      await expect(tab.locator("#file-error")).toContainText(told);
      await expect(tab.locator("#note")).toHaveValue("from my phone");
    });
  }

  for (const name of [
    "../../../../etc/passwd.txt",
    "call\u202egnp.txt",
    "..\\..\\con.txt",
    "قائمة <b>.txt",
  ]) {
    test(`a file named ${JSON.stringify(name)} does no harm on the disk or to the page around its name`, async ({
      page: tab,
    }) => {
      const answer = await tab.request.post(`${page}/upload`, {
        headers: { Origin: server.url },
        multipart: { note: "n", file: { name, mimeType: "text/plain", buffer: notes } },
        maxRedirects: 0,
      });
      expect(answer.headers().location).toBe(`/cases/${caseId}/evidence?done=file`);
      await tab.goto(page);
      const link = tab
        .locator('main a[href$="/file"]', { has: tab.getByText(name, { exact: true }) })
        .first();
      await expect(link.locator("bdi")).toHaveText(name);
      const [download] = await Promise.all([tab.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).not.toMatch(/[/\\\u202e]/);
      expect(readFileSync(await download.path())).toEqual(notes);
      const onDisk = readdirSync(join(process.env.NIGHTJAR_DATA ?? "", "files", caseId));
      expect(onDisk.filter((file) => !/^[0-9a-f-]{36}$/.test(file))).toEqual([]);
    });
  }
});

function textFile(name: string, buffer: Buffer): GivenFile {
  return { name, mimeType: "text/plain", buffer };
}

function program(): Buffer {
  return Buffer.concat([
    Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "latin1"),
    Buffer.alloc(500),
  ]);
}

/** The account of the call as the page shows it, with one sign at the end of a line. */
async function firstText(page: Page): Promise<string> {
  const [first = ""] = await page.locator("main .typed").allTextContents();
  return first.replaceAll("\r\n", "\n");
}

/** The error summary leads to a control that exists. */
async function hrefOfControl(page: Page): Promise<string> {
  const href = (await page.locator(".error-summary a").first().getAttribute("href")) ?? "";
  await expect(page.locator(`main ${href}`)).toBeAttached();
  return href;
}

async function open(page: Page, path: string, isScripted: boolean) {
  if (isScripted) await openReady(page, path);
  else await page.goto(path);
}

function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
