import { describe, expect, test } from "vitest";
import { callAt, threatAt } from "@/lib/incidents/build-incident";
import { countries } from "@/lib/platform/country";
import { fileOf, marasCase } from "./build-letter";
import { draftLetter, type LetterMaterial } from "./draft-letter";
import { letterContentSchema, letterSchema } from "./letter";
import { openPlaceholders } from "./open-placeholders";
import { placeholders } from "./wording";

const material: LetterMaterial = {
  details: marasCase(),
  incidents: [callAt("2026-03-02T22:15:00Z"), threatAt("2026-03-03T02:01:09Z", "I will find you.")],
  files: [fileOf()],
  date: new Date("2026-03-05T23:30:00Z"),
};
const letterFor = (overrides: Partial<LetterMaterial> = {}) => draftLetter({ ...material, ...overrides });
const letterIn = (country: (typeof countries)[number]) => letterFor({ details: marasCase({ country }) });

describe.each(countries)("a letter in %s", (country) => {
  const { body } = letterIn(country);

  test("never claims a power to preserve that only the authorities have", () => {
    expect(body).not.toMatch(/2703|must preserve|you are required|hereby demand|legal hold/i);
    expect(body).toMatch(/request by a customer/);
  });

  test("never asks who the caller is", () => {
    expect(body).toContain("I do not ask you to tell me who the caller is");
    expect(body).not.toMatch(/name of the caller|identity of the caller|subscriber details/i);
  });

  test("says that a displayed number can be forged and may belong to an innocent person", () => {
    expect(body).toContain("can be forged and may belong to an innocent person");
  });

  test("asks to keep the signalling that shows where a call came in", () => {
    for (const record of [
      "SIP signalling",
      "Identity header",
      "PASSporT",
      "verstat",
      "P-Asserted-Identity",
      "ingress trunk",
    ]) {
      expect(body).toContain(record);
    }
  });

  test("says how the person can be reached safely", () => {
    expect(body).toContain(`Reach me only in this way: ${placeholders.contact}`);
  });
});

test("a British letter requests tracing under regulation 15, no other letter names it", () => {
  expect(letterIn("GB").body).toContain("I request tracing of malicious calls to my line (reg. 15");
  for (const country of ["US", "CA", "AU"] as const) expect(letterIn(country).body).not.toContain("reg. 15");
});

test("letters for Canada and Australia cite no law", () => {
  for (const country of ["CA", "AU"] as const)
    expect(letterIn(country).body).not.toMatch(/CFR|U\.S\.C|Act \d|Code/);
});

test("the day is that of the case's zone, in the order its country writes it", () => {
  expect(letterFor().dated).toBe("5 March 2026");
  expect(letterFor({ details: marasCase({ zone: "Asia/Tokyo" }) }).dated).toBe("6 March 2026");
  expect(letterIn("US").dated).toBe("March 5, 2026");
});

test("the summary counts the calls, the threats and the most within 24 hours", () => {
  expect(letterFor().body).toContain(
    "I have recorded 2 calls, the first on 2 March 2026, the last on 3 March 2026. The most within 24 hours: 2. In 1 call I was threatened.",
  );
});

test("a case without calls still gives a letter", () => {
  const letter = letterFor({ incidents: [], files: [] });
  expect(letter.body).toContain("No calls have been recorded yet.");
  expect(letter.calls).toEqual([]);
});

test("the police reference is “to follow” until there is one", () => {
  expect(letterFor().body).toContain("Crime reference number: to follow");
  expect(letterFor({ policeReference: "CR/123" }).body).toContain("Crime reference number: CR/123");
});

test("the provider is named when the case has exactly one", () => {
  expect(letterFor().recipient).toContain("Example Telecom");
  expect(letterFor({ details: marasCase({ lines: [] }) }).recipient).toContain(placeholders.provider);
});

test("each file is named with its SHA-256; very many are counted", () => {
  expect(letterFor().body).toContain(`voicemail.m4a, SHA-256 ${fileOf().sha256}`);
  expect(letterFor({ files: Array.from({ length: 400 }, () => fileOf()) }).body).toContain(
    "I hold 400 files",
  );
});

test("a line end in a file's name does not end the list", () => {
  expect(letterFor({ files: [fileOf({ name: "a\n\n- b.m4a" })] }).body).toContain("- a - b.m4a, SHA-256");
});

test("a draft passes the form it is edited in, however many calls and files there are", () => {
  const incidents = Array.from({ length: 500 }, (_, minute) =>
    callAt(new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString()),
  );
  const letter = letterFor({
    incidents,
    files: Array.from({ length: 40 }, () => fileOf({ name: "x".repeat(300) })),
  });
  expect(letterSchema.safeParse(letter).success).toBe(true);
  expect(letterContentSchema.parse(letter)).toEqual(letter);
});

describe("what is still to be filled in", () => {
  test("a fresh draft lists it in the order of the letter", () => {
    expect(openPlaceholders(letterFor()).slice(0, 2)).toEqual([placeholders.name, placeholders.address]);
  });

  test("a place that was filled in is listed no more", () => {
    const letter = letterFor();
    const filled = { ...letter, sender: letter.sender.replace(placeholders.name, "Mara Example") };
    expect(openPlaceholders(filled)).not.toContain(placeholders.name);
  });

  test("other square brackets are not taken for places to fill in", () => {
    expect(openPlaceholders({ ...letterFor(), sender: "", recipient: "", body: "see file [1].m4a" })).toEqual(
      [],
    );
  });
});
