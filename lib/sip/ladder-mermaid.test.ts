import { expect, test } from "vitest";
import { layOutLadder } from "./ladder";
import { buildStory, buildStream } from "./ladder-builders";
import { ladderMermaid, type MermaidWords, mermaidText } from "./ladder-mermaid";

const words: MermaidWords = {
  column: ({ address, role }) => `${address} (${role})`,
  media: ({ codec, packets }) => `${codec} ${packets}`,
  fold: ({ steps, times }) => `${steps} again ${times}`,
  repeated: (times) => `again ${times}`,
};

test("a ladder is told as a sequence diagram: requests drawn through, answers dashed, sound open", () => {
  const story = buildStory([
    { line: "A>B INVITE sdp", after: 0 },
    { line: "A>B INVITE sdp", after: 0.1, repeats: 1 },
    { line: "B>A 200 OK INVITE", after: 0.5 },
    { line: "A>B INFO", after: 7 },
    { line: "A>B INFO", after: 8 },
    { line: "A>B INFO", after: 9 },
  ]);
  const stream = buildStream("192.0.2.2:7000", "192.0.2.1:6000");
  expect(ladderMermaid(layOutLadder(story, [stream]), words)).toBe(
    [
      "sequenceDiagram",
      "  participant H0 as 192.0.2.1 (host)",
      "  participant H1 as 192.0.2.2 (host)",
      "  H0->>H1: 1 INVITE (SDP) again 1",
      "  H1-->>H0: 3 200 OK (INVITE)",
      "  H1-)H0: PCMA 250",
      "  H0->>H1: 4 INFO",
      "  Note over H0,H1: 1 again 2",
      "",
    ].join("\n"),
  );
});

test.each([
  ["a line end", "Busy\n  participant Eve", "Busy participant Eve"],
  ["a semicolon", "a;b", "a#59;b"],
  ["an entity", "a#59;b", "a#35;59#59;b"],
  ["a comment", "100%% sure", "100#37;#37; sure"],
  ["HTML", "<img src=x>", "#60;img src=x#62;"],
  ["the word that ends a block", "the end", "the #101;nd"],
])("%s in the text cannot change the diagram", (_what, text, safe) => {
  expect(mermaidText(text)).toBe(safe);
});

test("a reason phrase written as Mermaid stays one message", () => {
  const story = buildStory([{ line: "B>A 486 x;H9->>H8:forged INVITE", after: 0 }]);
  expect(ladderMermaid(layOutLadder(story, []), words).split("\n")).toHaveLength(5);
});
