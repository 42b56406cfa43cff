import { expect, test } from "vitest";
import { texts } from "./texts";

test("the words of a noun are found by their key", () => {
  expect(texts("site")("tabTitle")).toBe("Notes");
});

test("a key that has no words is a fault of ours and throws", () => {
  // @ts-expect-error: the compiler refuses it too
  expect(() => texts("site")("noSuchKey")).toThrow();
});
