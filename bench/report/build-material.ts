// A case of as many calls as wanted, in words as people write them. The same count gives the same case.
import { amendedCall, callAt } from "@/lib/incidents/build-incident";
import {
  backgroundSounds,
  callKinds,
  callResults,
  type Incident,
  voiceTraits,
} from "@/lib/incidents/incident";
import { fileOf, marasCase } from "@/lib/letters/build-letter";
import type { ReportMaterial } from "@/lib/reports/report";

/** Every tenth call was amended, every twentieth was written down late, every thirtieth has a file. */
export function buildMaterial(calls: number): ReportMaterial {
  const random = seededRandom(calls);
  const first = Date.parse("2025-01-06T07:00:00Z");
  const histories = Array.from({ length: calls }, (_, index) => {
    const startedAt = new Date(first + index * 6 * 3_600_000 + Math.floor(random() * 18_000) * 1000);
    const entry = callFrom(startedAt, index, random);
    const versions =
      index % 10 === 3 ? [entry, amendedCall(entry, { reason: sentences(1, random) })] : [entry];
    return { incident: versions.at(-1) ?? entry, versions };
  });
  const files = histories
    .filter((_, index) => index % 30 === 7)
    .map(({ incident }) => fileOf({ incidentId: incident.id, note: sentences(1, random) }));
  const madeAt = new Date(first + (calls + 8) * 6 * 3_600_000);
  return {
    details: marasCase(),
    histories,
    files,
    traces: [],
    comparisons: [],
    auditHead: { sequence: calls, hash: "9f".repeat(32) },
    madeAt,
  };
}

function callFrom(startedAt: Date, index: number, random: () => number): Incident {
  const isThreat = random() < 0.3;
  const isShown = random() < 0.6;
  const number = `07700 900${String(Math.floor(random() * 1000)).padStart(3, "0")}`;
  const e164 = `+44${number.slice(1).replace(" ", "")}`;
  return callAt(startedAt.toISOString(), {
    whatHappened: sentences(2 + Math.floor(random() * 4), random),
    result: pick(callResults, random),
    durationSeconds: Math.floor(random() * 300),
    kinds: isThreat ? ["threat-injury", pick(callKinds, random)] : [pick(callKinds, random)],
    exactWords: isThreat ? pick(threats, random) : "",
    voice: random() < 0.7 ? [pick(voiceTraits, random), pick(voiceTraits, random)] : [],
    voiceNotes: random() < 0.3 ? sentences(1, random) : "",
    background: random() < 0.7 ? [pick(backgroundSounds, random)] : [],
    whatISaid: random() < 0.4 ? pick(answers, random) : "",
    toldToStop: random() < 0.2 ? "yes" : "no",
    witnesses: random() < 0.1 ? "My sister was in the room and heard it on the loudspeaker." : "",
    ...(isShown && { shown: { number, e164, presentation: "shown" as const } }),
    ...(index % 20 === 11 && { firstWrittenAt: new Date(startedAt.getTime() + 60 * 3_600_000) }),
  });
}

function sentences(count: number, random: () => number): string {
  return Array.from({ length: count }, () => fill(pick(accounts, random), random)).join(" ");
}

function fill(sentence: string, random: () => number): string {
  return sentence
    .replace(
      "TIME",
      () => `${Math.floor(random() * 24)}.${String(Math.floor(random() * 60)).padStart(2, "0")}`,
    )
    .replace("PLACE", () => pick(places, random))
    .replace("COUNT", () => String(2 + Math.floor(random() * 90)));
}

function pick<Option>(options: readonly Option[], random: () => number): Option {
  return options[Math.floor(random() * options.length)] as Option;
}

/** Mulberry32: small, and enough to pick sentences. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const places = [
  "in the kitchen",
  "at my desk",
  "on the bus",
  "in the garden",
  "at my mother's",
  "in the car park",
];

const accounts = [
  "The phone rang at about TIME while I was PLACE, and I picked up without thinking.",
  "Nobody spoke for COUNT seconds; then I heard somebody breathe in, and the line went dead.",
  "A man asked whether I was alone, and when I did not answer he said my first name twice.",
  "It was the same voice as on Tuesday, I am nearly certain, only slower and further away.",
  "He knew that I had been PLACE that afternoon, which nobody could know who had not seen me.",
  "I let it ring and counted: COUNT times, a pause, and then again from another number.",
  "She said that my bank had sent her, but could not say which branch, and grew angry when I asked.",
  "There was music behind it, and once a loudspeaker announcement that I could not make out.",
  "I hung up at TIME and wrote this down straight away, so the words should be right.",
  "My daughter was PLACE and asked who it was; I told her that it was a wrong number.",
  "The display showed a number that looked like ours, with only the last three digits different.",
  "He laughed before he hung up — a short laugh, as if somebody were standing beside him.",
  "I have kept the voicemail, which is COUNT seconds long, and have not played it to anybody else.",
  "Afterwards I could not sleep and checked the door more often than I care to say.",
  "It sounded read out: each sentence began in the same tone, with a click between them.",
  "I asked him to stop calling me, said that I would report it, and put the receiver down.",
];

const threats = [
  "I know where you live and I know when you leave.",
  "You will be sorry before the week is over.",
  "Next time I will not be on the telephone.",
  "Tell anyone and I will come for your family, do you understand me?",
  "Pay what you owe or the pictures go to everyone you work with.",
];

const answers = ["Who is this?", "Do not call this number again.", "I am recording this.", "I said nothing."];
