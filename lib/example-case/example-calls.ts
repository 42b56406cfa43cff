/** What the example's person typed into the form for one call; `daysAgo` counts back from the day of loading. */
export type ExampleCall = {
  daysAgo: number;
  time: string;
  values: Record<string, string | string[]>;
};

const CALLED = { calledNumber: "+447700900142" };
const withheld = { ...CALLED, presentation: "withheld", shownNumber: "", verifiedMark: "none" };
const neighbour = { ...CALLED, presentation: "shown", shownNumber: "07700 900187", verifiedMark: "none" };
const office = {
  ...CALLED,
  presentation: "shown",
  shownNumber: "020 7946 0099",
  shownName: "Town Bank",
  verifiedMark: "none",
};

/** Made-up calls that show most kinds: silent, threats, a forged bank number, a voicemail, a neighbour number. */
export const exampleCalls: readonly ExampleCall[] = [
  {
    daysAgo: 12,
    time: "22:14",
    values: {
      ...withheld,
      whatHappened:
        "The phone rang while I was putting the children to bed. Nobody spoke. I could hear breathing, then it went dead.",
      precision: "minute",
      timeSource: "phone-log",
      result: "silent",
      durationSeconds: "20",
      kinds: ["silent", "heavy-breathing"],
      background: ["quiet"],
    },
  },
  {
    daysAgo: 11,
    time: "22:31",
    values: {
      ...withheld,
      whatHappened: "Same again. This time a man said my first name, slowly, and laughed.",
      precision: "minute",
      timeSource: "phone-log",
      result: "answered",
      durationSeconds: "35",
      kinds: ["abuse"],
      exactWords: "Mara. Mara. Are you alone?",
      voice: ["man", "slow", "laughing", "disguised"],
      background: ["television"],
      toldToStop: "yes",
      whatISaid: "Stop calling me.",
    },
  },
  {
    daysAgo: 9,
    time: "12:40",
    values: {
      ...office,
      whatHappened:
        "The phone showed the number of my bank. A man said he was from the fraud team. When I asked for his name he changed his voice and shouted at me.",
      precision: "minute",
      timeSource: "phone-log",
      result: "answered",
      durationMinutes: "2",
      durationSeconds: "10",
      kinds: ["impersonation", "abuse"],
      exactWords: "You will do what I tell you.",
      voice: ["man", "loud", "angry"],
      background: ["voices", "echo"],
    },
  },
  {
    daysAgo: 6,
    time: "23:05",
    values: {
      ...withheld,
      whatHappened: "I did not pick up. He left a voicemail. I have attached it.",
      precision: "exact",
      timeSource: "phone-log",
      result: "voicemail",
      durationSeconds: "9",
      kinds: ["threat-injury"],
      exactWords:
        "You know who this is. You cannot hide from me. I will be outside your door on Friday. Pick up the phone.",
      voice: ["man", "deep", "calm"],
      effect: "I slept at my sister’s. I have changed my way to work.",
      witnesses: "My sister heard the voicemail with me.",
    },
  },
  {
    daysAgo: 6,
    time: "23:07",
    values: {
      ...withheld,
      whatHappened: "Rang once and stopped.",
      precision: "minute",
      timeSource: "phone-log",
      result: "missed",
      kinds: ["hang-up"],
    },
  },
  {
    daysAgo: 6,
    time: "23:09",
    values: {
      ...withheld,
      whatHappened: "Rang once and stopped again.",
      precision: "minute",
      timeSource: "phone-log",
      result: "missed",
      kinds: ["hang-up"],
    },
  },
  {
    daysAgo: 3,
    time: "07:52",
    values: {
      ...neighbour,
      whatHappened:
        "The number looked like one from near mine. It was the same man. He knew where my daughter goes to school.",
      precision: "about",
      timeSource: "memory",
      result: "answered",
      durationMinutes: "1",
      kinds: ["threat-family"],
      exactWords: "She has a red coat today, hasn’t she?",
      voice: ["man", "calm", "whispered"],
      background: ["traffic", "street"],
      toldToStop: "yes",
      effect: "I told the school. I am afraid to let her walk alone.",
    },
  },
];

/** Which of the calls was captured, which one the voicemail belongs to, and which is amended later (places in the list). */
export const TRACED_CALL = 2;
export const VOICEMAIL_CALL = 3;
export const AMENDED_CALL = 6;

export const amendment = {
  time: "07:49",
  precision: "exact",
  timeSource: "phone-log",
  reason: "I found the exact time in my phone’s call log.",
};
