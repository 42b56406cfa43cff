import { describe, expect, test } from "vitest";
import { silenceShareFollowed } from "./follow-silences";
import { silenceAgreement, silenceShareAt, silencesOf } from "./silences";
import type { TimingFlow } from "./timing-flow";

/** Packets each 20 ms, with a pause of so many milliseconds more after some of them. */
function flowWith(packets: number, pauses: Record<number, number>, leftOut: number[] = []): TimingFlow {
  const at: number[] = [];
  let now = 0;
  for (let place = 0; place < packets; place++) {
    if (!leftOut.includes(place)) at.push(now);
    now += 20 + (pauses[place] ?? 0);
  }
  return { at: Float64Array.from(at), startedAt: 0, bytes: new Uint16Array(at.length), spacing: 20 };
}

const talk = { 50: 300, 120: 1000, 200: 400, 310: 700 };
const all = { from: -200, to: 200 };

test("silences are told by the packet before them, the longest first; short ones are the path's", () => {
  const { after, milliseconds, total } = silencesOf(flowWith(100, { 10: 150, 20: 90, 30: 800 }));
  expect([[...after], [...milliseconds], total]).toEqual([[30, 10], [800, 150], 950]);
});

describe("silences of two flows", () => {
  test("the same talk agrees wholly, however much later the second capture began", () => {
    const later = flowWith(360, { 10: 300, 80: 1000, 160: 400, 270: 700 });
    expect(silenceAgreement(silencesOf(flowWith(400, talk)), later, all)).toEqual({ lag: -40, share: 1 });
  });

  test("a silence half as long counts half", () => {
    const other = flowWith(400, { ...talk, 120: 500 });
    expect(silenceShareAt(silencesOf(flowWith(400, talk)), other, 0)).toBeCloseTo(1900 / 2400, 9);
  });

  test("another talk agrees at best where its longest silence is laid on ours", () => {
    const other = flowWith(400, { 30: 900, 150: 300, 330: 500 });
    const found = silenceAgreement(silencesOf(flowWith(400, talk)), other, all);
    expect(found?.share).toBeLessThan(0.5);
  });

  test("two silences are too few to say anything", () => {
    const two = flowWith(400, { 50: 900, 120: 900 });
    expect(silenceAgreement(silencesOf(two), two, all)).toBeUndefined();
    expect(silenceShareFollowed(silencesOf(two), two, 0)).toBeUndefined();
  });

  test("packets lost on the way move silences, which only following them allows for", () => {
    const lost = flowWith(400, talk, [60, 61, 130, 131, 140, 210, 220, 230]);
    const silences = silencesOf(flowWith(400, talk));
    expect(silenceShareAt(silences, lost, 0)).toBeLessThan(0.5);
    expect(silenceShareFollowed(silences, lost, 0)).toBe(1);
  });

  test("silences of another talk are not followed into agreement", () => {
    const other = flowWith(400, { 20: 300, 90: 800, 260: 400, 290: 700 });
    expect(silenceShareFollowed(silencesOf(flowWith(400, talk)), other, 0)).toBeLessThan(0.6);
  });
});
