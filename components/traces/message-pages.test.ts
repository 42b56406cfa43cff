import { expect, test } from "vitest";
import { buildStory } from "@/lib/sip/ladder-builders";
import { messagePages } from "./message-pages";

const { messages } = buildStory(
  Array.from({ length: 100 }, (_, index) => ({ line: "A>B OPTIONS", after: index })),
);
const pagesAt = (messagePage: number) =>
  messagePages(messages, { here: "/call", ladderPage: 2, messagePage });

test("a message of this page is reached by its anchor alone, any other by its page too", () => {
  const { hrefOf, shown } = pagesAt(1);
  expect(shown).toHaveLength(40);
  expect(hrefOf(40)).toBe("#message-40");
  expect(hrefOf(41)).toBe("/call?ladder=2&messages=2#message-41");
});

test("a page behind the last one shows the last one", () => {
  const { page, pages, shown } = pagesAt(99);
  expect([page, pages]).toEqual([3, 3]);
  expect(shown.map(({ number }) => number).at(-1)).toBe(100);
});

test("turning the pages of the ladder keeps the page of the messages, and the other way round", () => {
  expect(pagesAt(3).hrefOfLadder(1)).toBe("/call?ladder=1&messages=3#ladder");
  expect(pagesAt(3).hrefOfMessages(2)).toBe("/call?ladder=2&messages=2#messages");
});
