import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newWatermark } from "./new-watermark";
import { plannedDelays } from "./planned-delays";
import { formatPlan, parsePlan } from "./watermark-file";
import { watermarkFingerprint } from "./watermark-fingerprint";

const parameters = { bits: 8, redundancy: 2, distance: 1, shiftMs: 2.5, packets: 100 };
const watermark = newWatermark(parameters, createHash("sha512").update("a mark").digest());
const text = formatPlan(watermark);

test("a plan says of each packet to delay which one it is and for how long, in order", () => {
  const parsed = parsePlan(text);
  const delays = [...plannedDelays(watermark).entries()].filter(([, delay]) => delay > 0);
  expect(delays.length).toBe(32);
  expect(parsed).toEqual({
    ok: true,
    value: {
      fingerprint: watermarkFingerprint(watermark),
      parameters,
      delays: delays.map(([packet]) => [packet, 2.5]),
    },
  });
});

test("the same watermark gives the same text, and neither its key nor its word stands in it", () => {
  expect(formatPlan({ ...watermark, parameters: { ...parameters } })).toBe(text);
  for (const encoding of ["hex", "base64"] as const)
    expect(text).not.toContain(Buffer.from(watermark.key).toString(encoding).slice(0, 16));
  expect(Object.keys(JSON.parse(text))).toEqual(["format", "version", "fingerprint", "parameters", "delays"]);
});

test("the fingerprint tells key and word apart from any other", () => {
  const word = watermark.word.map((bit, place) => (place === 0 ? 1 - bit : bit));
  const key = watermark.key.map((byte, place) => (place === 31 ? byte ^ 1 : byte));
  const prints = [watermark, { ...watermark, word }, { ...watermark, key }].map(watermarkFingerprint);
  expect(new Set(prints).size).toBe(3);
});

test.each([
  ["no JSON", "{"],
  ["nothing", ""],
  ["other JSON", "[]"],
  ["another version", text.replace('"version":1', '"version":2')],
  ["a packet too few", text.replace(/,\[\d+,2\.5\]\]/, "]")],
  ["another delay than the shift", text.replace(",2.5]", ",3]")],
  ["packets out of order", text.replace(/\[\[(\d+),/, "[[99,")],
  ["parameters beyond the limits", text.replace('"bits":8', '"bits":7')],
])("%s is not a plan", (_, spoilt) => {
  expect(spoilt).not.toBe(text);
  expect(parsePlan(spoilt)).toEqual({ ok: false, code: "NOT_A_PLAN" });
});
