import { afterAll, afterEach, expect } from "vitest";

// A stray console.error fails the test in which it came. A test that expects one replaces console.error itself.
const strays: string[] = [];

console.error = (...words: unknown[]) => {
  strays.push(
    words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(" "),
  );
};

function expectNoStrays(): void {
  expect(strays.splice(0), "console.error was called").toEqual([]);
}

afterEach(expectNoStrays);
afterAll(expectNoStrays);
