// The words of the police report. They claim no more than the record shows: a displayed number is a claim, a hash helps
// authenticate, and what an officer has to decide is left to the officer.
import type { Period } from "./calls-over-time";

export const reportWords = {
  title: "Report of threatening calls",
  lead: "A record of calls, made by the person who received them, for use by the police.",
  header: "Report of threatening calls",
  footer: (sequence: number, hash: string) => `Record head ${sequence} · ${hash.slice(0, 16)}…`,
  pageOf: (page: number) => `Page ${page} of`,
  unwritable:
    "Characters written as a code, such as [U+4E00], are not in the font of this report. They stand complete in the data file that accompanies it (incidents.json in the evidence packet).",

  urgentTitle: (number: string) => `If somebody may be in danger now, call ${number}`,
  urgentText: (nonEmergency?: string) =>
    `This report is a record for an investigation. It is not a call for help, and nobody is alerted by it.${nonEmergency ? ` When it is not an emergency, the police number is ${nonEmergency}.` : ""}`,

  cover: {
    preparedFor: "Prepared for",
    police: "The police",
    reference: "Police reference",
    toFollow: "to follow",
    title: "Case",
    country: "Country where the calls were received",
    lines: "Numbers called",
    noLines: "not recorded",
    provider: (number: string, provider: string) => `${number} (provider: ${provider})`,
    calls: "Calls recorded",
    threats: "of these with a threat",
    first: "First call",
    last: "Last call",
    made: "Report made",
    head: "Record head",
    headText: (sequence: number, hash: string) => `Event ${sequence}\n${hash}`,
  },
  claims:
    "Numbers and names in this report are what the phone displayed. A caller can make a phone display any number, so a displayed number is a claim and may belong to an innocent person. “Withheld” means that the network showed no number; the provider may still hold one.",

  summary: "Summary",
  noCalls: "No calls have been recorded.",
  summaryFacts: {
    calls: "Calls",
    threats: "Calls with a threat",
    days: "Days with calls",
    most: "Most within 24 hours",
    span: "From, to",
    numbers: "Numbers displayed",
    kinds: "What the calls were",
  },
  counted: (what: string, calls: number) => `${what}: ${calls}`,
  moreNumbers: (more: number) => `and ${more} more, see the call table`,
  chart: {
    day: "Calls per day",
    week: "Calls per week (weeks begin on Monday)",
    month: "Calls per month",
    year: "Calls per year",
  } satisfies Record<Period, string>,
  chartAlt: (title: string, from: string, to: string, highest: number, at: string) =>
    `Bar chart. ${title}, ${from} to ${to}. The highest bar is ${highest}, at ${at}. The table below gives every number.`,
  period: { day: "Day", week: "Week from", month: "Month", year: "Year" } satisfies Record<Period, string>,
  callsColumn: "Calls",
  gravest: "Gravest words, as they were said",

  chronology: "Chronology",
  chronologyIntro:
    "Each call in the order in which they came, in the words of the person who received it. Words of the caller are given apart, as exactly as they were remembered or recorded.",
  entry: {
    heading: (mark: string, day: string, clock: string, offset: string) =>
      `${mark}  ${day}, ${clock} (${offset})`,
    happened: "What happened",
    said: "Words of the caller",
    mySide: "What I said",
    kinds: "Kind of call",
    voice: "Voice",
    background: "Background",
    witnesses: "Witnesses",
    stop: "Stop",
    trace: "Call trace",
    effect: "Effect on me",
    time: "Time",
    timeText: (utc: string, precision: string, source: string, zone: string) =>
      `${utc} (${precision}; from ${source}; ${zone})`,
    shown: "Displayed",
    result: "Result",
    written: "Written down",
  },

  calls: "Call table for matching with provider records",
  callsNote:
    "UTC and local time with its offset are given for each call. Times marked “about” were not known exactly; times without seconds are to the minute. Length in minutes and seconds.",
  threats: "Exact words of threats",
  noThreats: "No exact words of a threat were recorded.",
  callers: "Caller as heard",
  callersIntro: "What the person heard. It describes a voice, not an identity.",
  noCallers: "No voice or background was described.",
  callersColumns: { mark: "Call", voice: "Voice", background: "Background" },

  evidence: "Evidence files",
  evidenceIntro:
    "Files as they were received, never altered. The SHA-256 of a copy can be made again with common tools (sha256sum, certutil -hashfile, shasum -a 256); if it is the same, the copy is the same. This helps authenticate a file; it does not say what a file proves.",
  noEvidence: "No files have been added.",
  evidenceColumns: {
    mark: "File",
    file: "Name, kind, note",
    received: "Received (UTC)",
    call: "Call",
    sha256: "SHA-256",
  },
  kindOfFile: {
    audio: "audio",
    image: "picture",
    pdf: "PDF",
    text: "text",
    capture: "network capture",
  },
  bytes: (size: number) => `${String(size).replace(/\B(?=(\d{3})+$)/g, ",")} bytes`,
  wholeCase: "case",

  traces: {
    heading: "Annex: network traces",
    intro:
      "Calls of network traces that the person said are calls of this report. A trace shows what was signalled at the place where it was recorded. What a caller's own equipment wrote is a claim. What a network or a signature says is worth as much as its operator. Nothing here says who called.",
    call: (mark: string, call: number, file: string) => `${mark}: call ${call} of ${file}`,
    result: "Caller's identity",
    claimed: "Claimed",
    nothingClaimed: "nothing",
    file: "File and its SHA-256",
    state: "The call",
    started: "Began (UTC)",
    answered: "Answered (UTC)",
    ended: "Ended (UTC)",
    led: "How it was led",
    parties: "Who is named in it",
    sound: "Sound",
    soundColumns: {
      from: "From",
      to: "To",
      codec: "Codec",
      seconds: "Seconds",
      packets: "Packets",
      lost: "Lost",
    },
    contradictions: "Statements that do not agree",
    identities: "What the trace says about the caller, and who says it",
    identityColumns: {
      source: "From",
      value: "As written",
      who: "Who says it",
      trust: "Trust",
      message: "Message",
    },
    signature: (message: number, result: string) => `Signature in message ${message}: ${result}`,
    stepColumns: { step: "Step", outcome: "Outcome", why: "Why" },
    ask: (operator: string, because: string) => `Who can answer: ${operator}, which ${because}`,
    messages: "Messages",
    messageColumns: { number: "No.", time: "Time (UTC)", from: "Sent from", to: "Sent to", what: "Message" },
    moreMessages: (left: number) => `and ${left} more messages in the trace`,
  },

  law: "Provisions and records to consider",
  lawIntro:
    "Pointers only. Whether a provision fits is for an officer, prosecutor or lawyer to say. Each was taken over from the source named beside it on the day given there and may have changed since.",
  lawColumns: { what: "Provision or rule", about: "About", source: "Source, taken over on" },
  withheldRule: "Withheld numbers",
  retentionRule: "How long records are kept",
  kept: (records: string, kept: string, caution: string) => `${records}: ${kept}. ${caution}`,
  questions: "Questions to ask",

  statement: "Statement (draft, not signed)",
  statementIntro:
    "A draft for an officer to take. Do not sign it before an officer or other authorised person asks you to, and correct it first.",
  statementText: (calls: number, first: string, last: string) =>
    `Between ${first} and ${last} I received the ${calls === 1 ? "call" : `${calls} calls`} set out in this report, on the numbers named on its first page. I wrote each entry myself. Where I remember words exactly, they stand as words of the caller; where I know a time only roughly, it is marked “about”. I do not know from the displayed numbers who called.`,
  declaration: "Declaration",
  declarationWords: (words: string) => `“${words}”`,
  declarationSource: (source: string, day: string) => `Words taken over on ${day} from: ${source}`,
  blanks: [
    "Full name (and age, if under 18)",
    "Signature",
    "Place and date",
    "Taken by: name, rank or number, agency",
  ],

  history: "How this record was kept",
  amended: (entries: number, amendments: number) =>
    `${entries === 1 ? "1 entry was" : `${entries} entries were`} amended, ${amendments === 1 ? "once" : `${amendments} times`} in all. This report shows the newest version; every earlier version is kept and stands in the data file.`,
  neverAmended: "No entry was amended after it was written.",
  amendmentColumns: { mark: "Call", version: "Version", written: "Written (UTC)", reason: "Reason given" },
  late: (hours: number) =>
    `These entries were first written ${hours} hours or more after the call, so they rest on memory, on a phone's log or on a recording:`,
  neverLate: (hours: number) => `Every entry was first written within ${hours} hours of its call.`,
  lateColumns: { mark: "Call", written: "First written (UTC)", after: "After the call" },
  afterCall: (hours: number) =>
    hours < 72 ? `${Math.floor(hours)} hours` : `${Math.floor(hours / 24)} days`,
  method: [
    "Entries are written by the person in Nightjar. The server adds the time of writing. An entry is never overwritten: an amendment is a new version with its own time and reason, and all versions are kept.",
    "Times of calls are stored as an instant in UTC with the local time, its offset and zone, how exactly the time is known, and where it was read.",
    "Files are hashed with SHA-256 as they arrive and are given back byte for byte.",
    "Each change adds an event to a chain. The hash of an event covers the event and the hash before it, so the last hash, the record head, stands for the whole history: whoever has the chain and this head can find out whether an event was changed, dropped or added before the head.",
    "The chain shows changes made after a head was handed out. It does not prove that what was written is true, nor that a server's clock was right.",
  ],
  leftOut:
    "Left out on purpose: private notes, guesses about who the caller may be, and, unless the person chose to include it, the effect of the calls on them.",
  closing: "Record head at the time of this report",
} as const;
