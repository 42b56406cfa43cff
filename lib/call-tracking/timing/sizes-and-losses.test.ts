import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { simulateFlow } from "../simulation/simulate-flow";
import { lossAgreement } from "./loss-agreement";
import { sizeAgreement } from "./size-agreement";
import { sizeSeriesOf } from "./size-series";

const random = seededRandom(21);
const speech = Uint16Array.from({ length: 600 }, () => 60 + Math.floor(80 * random()));
const otherSpeech = Uint16Array.from({ length: 600 }, () => 60 + Math.floor(80 * random()));

test("sizes that hardly vary make no series, and varying ones one of differences", () => {
  expect(sizeSeriesOf(new Uint16Array(500).fill(172))).toHaveLength(0);
  expect(sizeSeriesOf(Uint16Array.from({ length: 500 }, (_, place) => (place % 2 ? 20 : 172)))).toHaveLength(
    0,
  );
  expect([...sizeSeriesOf(speech)].slice(0, 2)).toEqual([0, (speech[1] ?? 0) - (speech[0] ?? 0)]);
});

describe("sizes of two flows", () => {
  test("agree wholly in one stream, also when each packet has grown by a header of 24 bytes", () => {
    expect(sizeAgreement(speech, speech, 0)).toBe(1);
    expect(
      sizeAgreement(
        speech,
        speech.map((size) => size + 24),
        0,
      ),
    ).toBe(1);
    expect(sizeAgreement(speech.subarray(40), speech, 40)).toBe(1);
  });

  test("still mostly agree when packets are lost on the way", () => {
    const kept = speech.filter((_, place) => place % 29 !== 3);
    expect(sizeAgreement(speech, kept, 0)).toBeGreaterThan(0.7);
  });

  test("hardly agree in two streams", () => {
    expect(sizeAgreement(speech, otherSpeech, 0)).toBeLessThan(0.3);
  });
});

describe("losses of two flows", () => {
  const sent = simulateFlow({ packets: 400, spacingMs: 20 }, seededRandom(2));
  const without = (isLost: (place: number) => boolean, from = 0) => {
    const places = Array.from(sent.at.keys()).filter((place) => place >= from && !isLost(place));
    const sequence = Int32Array.from(places, (place) => sent.sequence?.[place] ?? 0);
    return { ...sent, at: Float64Array.from(places, (place) => sent.at[place] ?? 0), sequence };
  };
  const early = (place: number) => place % 40 === 7;

  test("what the first place misses, the second misses too", () => {
    const far = without((place) => early(place) || place % 50 === 9);
    expect(lossAgreement(without(early), far, 0)).toBe(1);
    expect(lossAgreement(far, without(early), 0)).toBe(1);
  });

  test("losses of two streams do not agree", () => {
    expect(
      lossAgreement(
        without(early),
        without((place) => place % 40 === 20),
        0,
      ),
    ).toBe(0);
  });

  test("nothing is said where hardly anything is missing or numbers cannot be read", () => {
    expect(
      lossAgreement(
        without((place) => place === 9),
        sent,
        0,
      ),
    ).toBeUndefined();
    expect(lossAgreement({ ...sent, sequence: undefined }, without(early), 0)).toBeUndefined();
  });
});
