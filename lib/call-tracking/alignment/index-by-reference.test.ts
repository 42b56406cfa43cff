import { expect, it } from "vitest";
import { indexByReference } from "./index-by-reference";
import { markedCall, partOf, renumbered } from "./test-flows";

const { marked, captured } = markedCall({ seed: 1, path: { jitterMs: 0 } });
const other = { ...captured, summary: { ...captured.summary, ssrc: 7 } };

it.each([
  ["the same numbers", captured, 0],
  ["a capture that began later", partOf(captured, 40), 40],
  ["a capture that counted the next round", renumbered(captured, 65_536), 0],
  ["another source", other, undefined],
  ["no number shared", renumbered(captured, 5000), undefined],
  ["no numbers", { ...captured, sequence: undefined }, undefined],
])("the first index beside the marked flow: %s", (_, flow, index) => {
  expect(indexByReference(flow, marked)).toBe(index);
});
