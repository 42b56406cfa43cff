// The words of the letters. What a letter may and may not say: a private person cannot order a provider to preserve or
// to disclose anything, so it asks; it never asks who the caller is; it says that a displayed number proves nothing.
import type { Country } from "@/lib/platform/country";

/** What the person fills in before the letter is sent. */
export const placeholders = {
  name: "[your name]",
  address: "[your address, or leave this line out]",
  date: "[date]",
  provider: "[name of your phone provider]",
  providerAddress: "[address of your provider]",
  accountName: "[name on the account]",
  accountNumber: "[your account number]",
  line: "[the number that is being called]",
  agency: "[police agency or force]",
  officer: "[name and telephone of the officer]",
  contact: "[a safe way to reach you]",
  contactTime: "[a safe time]",
} as const;

const p = placeholders;

export type LetterWords = {
  language: string;
  /** The provider's team for such calls. */
  team: string;
  subject: string;
  opening: string;
  tracing: string[];
  reference: string;
  keepIntro: string;
  keepOutro: string;
  alsoAsk: string[];
  consent: string;
};

/** Records that show where a call came from (most of them are lost within weeks if nobody asks). */
export const recordsToKeep = [
  "call detail and switch records of every call to my numbers, also of calls that were not answered, were rejected or were blocked",
  "the complete SIP signalling of these calls, with the Identity header and the PASSporT in it (attest, orig, dest, iat, origid)",
  "the result of the caller ID verification (verstat) and any P-Asserted-Identity and Privacy header",
  "the ingress trunk or gateway and the upstream carrier from which each call reached your network",
  "voicemail with its time stamps, billing records, and the results of any call trace or trap",
];

const general: LetterWords = {
  language: "en",
  team: "Team for threatening and nuisance calls",
  subject: "Threatening calls to my line: request to open a case and to keep records",
  opening:
    "I am your customer and I receive threatening or harassing calls. I ask you to open a case with the team that deals with such calls, and to tell me its reference number.",
  tracing: [],
  reference: "Police reference",
  keepIntro:
    "I ask you to keep the following records of the calls in the table, under your own rules for such cases, and to tell me how long you keep each of them:",
  keepOutro:
    "This is a request by a customer. The police can make demands of their own; I will tell them that these records exist and are kept only for a time.",
  alsoAsk: [
    "tell me whether you can trace further calls to my line, and what I have to do for it",
    "tell me which department takes requests from the police, and at what address",
    "send me, at the address on my account, the records of calls to my own numbers that I may have",
    "tell me how I can have anonymous calls refused, and what a change of my number would cost",
  ],
  consent: "I agree that you speak about these calls, and about my own records of them, with:",
};

export const letterWords: Record<Country, LetterWords> = {
  US: {
    ...general,
    language: "en-US",
    team: "Annoyance or Unlawful Calls Team",
    reference: "Police report number",
    keepOutro:
      "This is a voluntary request by a customer, not legal process. I will tell the law enforcement agency named in this letter that these records exist and are kept only for a time, so that it can send you its own request.",
    alsoAsk: [
      "set a trap or trace on my line, and tell me what I have to do for it",
      "tell me which department takes legal process from law enforcement, and at what address",
      "send to my address of record the records of calls to my own numbers in this period",
      "offer me the refusal of anonymous calls, and waive the fee if I ask for a new number",
    ],
    consent:
      "The table gives the details of each call, so that you can speak with me about those calls once you have checked who I am (47 CFR 64.2010). I also ask in writing, as a customer may under 47 U.S.C. 222(c)(2), that you give my own records of these calls to:",
  },
  GB: {
    ...general,
    language: "en-GB",
    team: "Nuisance and Malicious Calls Team",
    reference: "Crime reference number",
    tracing: [
      "I request tracing of malicious calls to my line (reg. 15 of the Privacy and Electronic Communications (EC Directive) Regulations 2003).",
      "Where the number of a caller was withheld, I ask you to do under that regulation what is necessary and expedient for the tracing, and to store what it shows, so that the police can ask you for it.",
    ],
    keepOutro:
      "This is a request by a customer, not an order. I will tell the police that these records exist and are kept only for a time, so that they can make their own request in time.",
  },
  CA: { ...general, language: "en-CA" },
  AU: { ...general, language: "en-AU" },
};

/** Sentences that every letter has. */
export const letterPhrases = {
  account: "My account, and the police",
  accountLines: (numbers: string) => [
    `Name on the account: ${p.accountName}`,
    `Account number: ${p.accountNumber}`,
    `Numbers that are being called: ${numbers}`,
    "To check that this letter is from me, call me at the number of record. No PIN or password is in this letter.",
  ],
  toFollow: "to follow",
  police: (reference: string, number: string) => [
    `Police: ${p.agency}`,
    `${reference}: ${number}`,
    `Officer: ${p.officer}`,
  ],
  noCalls: "No calls have been recorded yet.",
  summary: ({ calls, first, last, most, threats }: Summary) =>
    `I have recorded ${count(calls, "call")}, ${calls === 1 ? `on ${first}` : `the first on ${first}, the last on ${last}`}. The most within 24 hours: ${most}. ${threatSentence(threats)} The table at the end gives the time of each call with its offset from UTC; where a time is marked “about”, I do not know it exactly.`,
  forged:
    "The numbers in the table are those that my phone displayed. A displayed number can be forged and may belong to an innocent person. So I ask you to follow the calls from the point where they entered your network, whatever number they carried.",
  alsoIntro: "I also ask you to:",
  identity: "I do not ask you to tell me who the caller is. That is for the police to ask.",
  consentNobody: "Until I name somebody here, speak about these calls with nobody but me.",
  contact: `Reach me only in this way: ${p.contact}, at this time: ${p.contactTime}. Do not leave a message, do not speak with anybody else at my number, and do not write to any other address.`,
  files:
    "I hold the following files, unaltered, and can hand over copies. The SHA-256 of each lets you check a copy:",
  manyFiles: (files: number) =>
    `I hold ${files} files (recordings, pictures, documents), unaltered, and can hand over copies with a list of their SHA-256.`,
  fileLine: (name: string, sha256: string) => `${name}, SHA-256 ${sha256}`,
};

type Summary = { calls: number; first: string; last: string; most: number; threats: number };

function threatSentence(threats: number): string {
  return threats === 0 ? "" : `In ${count(threats, "call")} I was threatened.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What stands on the printed page around the person's words. */
export const pageWords = {
  title: "Letter to a phone provider",
  calls: "The calls",
  callsNote:
    "Numbers are as displayed and may be forged. Offset: difference of local time from UTC. Length in minutes and seconds.",
  columns: {
    mark: "No.",
    local: "Local time",
    utc: "UTC",
    shown: "Number displayed",
    called: "Number called",
    result: "Result, length",
  },
  callTrace: "Call trace:",
  signature: "Signature",
  header: (dated: string) => `Letter of ${dated}`,
  footer: "",
  pageOf: (page: number) => `Page ${page} of`,
  unwritable:
    "Characters written as a code, such as [U+4E00], are not in the font of this letter. The sender holds the complete text.",
};
