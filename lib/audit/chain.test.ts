import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHAIN_START, chainEvent, verifyChain } from "./chain";
import type { AuditAction, ChainedEvent } from "./event";

const actions: AuditAction[] = [
  "case.opened",
  "incident.logged",
  "evidence.added",
  "incident.amended",
  "report.made",
];

function chainOf(count: number): ChainedEvent[] {
  const links: ChainedEvent[] = [];
  for (let index = 0; index < count; index++) {
    const action = actions[index % actions.length] ?? "case.opened";
    const event = {
      action,
      actor: { kind: "owner" },
      subject: `row-${index}`,
      sha256: `${index}`.repeat(64),
    } as const;
    links.push(chainEvent(links.at(-1), event, new Date(Date.UTC(2026, 2, 2, 22, index))));
  }
  return links;
}

const links = chainOf(6);
const [first, second, third] = links as [ChainedEvent, ChainedEvent, ChainedEvent];
const last = links.at(-1) as ChainedEvent;

test("an unbroken chain verifies, and its head is its last link", () => {
  expect(verifyChain(links)).toEqual({ ok: true, value: { sequence: 6, hash: last.hash } });
});

test("a chain without links has the start as its head", () => {
  expect(verifyChain([])).toEqual({ ok: true, value: { sequence: 0, hash: CHAIN_START } });
});

test("anybody can make the hash again with SHA-256 and sorted JSON", () => {
  const { hash, ...link } = first;
  const text = `{"at":"${link.at}","event":{"action":"case.opened","actor":{"kind":"owner"},"sha256":"${link.event.sha256}","subject":"row-0"},"previousHash":"${CHAIN_START}","sequence":1}`;
  expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
});

describe("tampering is found:", () => {
  const changedAt = (index: number, change: Partial<ChainedEvent>) =>
    links.map((link, at) => (at === index ? { ...link, ...change } : link));
  const rewritten = chainEvent(first, { ...second.event, subject: "row-9" }, new Date(second.at));
  const cases: [what: string, code: string, chain: ChainedEvent[]][] = [
    ["a changed event", "CHANGED", changedAt(1, { event: { ...second.event, subject: "row-9" } })],
    ["a changed time", "CHANGED", changedAt(1, { at: "2026-03-02T22:02:00.000Z" })],
    [
      "another reader in the place of the owner",
      "CHANGED",
      changedAt(1, { event: { ...second.event, actor: { kind: "server" } } }),
    ],
    ["a changed hash", "CHANGED", changedAt(1, { hash: "f".repeat(64) })],
    ["an event rewritten with a right hash of its own", "BROKEN_LINK", changedAt(1, rewritten)],
    ["a dropped link", "GAP", links.filter((_, index) => index !== 2)],
    ["a dropped first link", "GAP", links.slice(1)],
    ["two swapped links", "GAP", [first, third, second, ...links.slice(3)]],
    [
      "two swapped links that were numbered anew",
      "BROKEN_LINK",
      [first, { ...third, sequence: 2 }, { ...second, sequence: 3 }],
    ],
    ["a link twice", "GAP", [first, second, second, third]],
    ["a chain that begins elsewhere", "BROKEN_LINK", [{ ...first, previousHash: "1".repeat(64) }]],
  ];
  test.each(cases)("%s (%s)", (_, code, chain) => {
    expect(verifyChain(chain)).toEqual({ ok: false, code });
  });
});

test("a shortened chain still verifies by itself, which is why its head is printed: the head differs", () => {
  expect(verifyChain(links.slice(0, -1))).not.toEqual(verifyChain(links));
});

test("whatever single letter of a link is changed, the chain does not end in the same head", () => {
  fc.assert(
    fc.property(fc.nat(links.length - 1), fc.nat(10_000), (index, place) => {
      const text = JSON.stringify(links[index]);
      const at = place % text.length;
      const changed = text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);
      const link = parsed(changed);
      fc.pre(link !== undefined);
      const verdict = verifyChain(
        links.map((one, other) => (other === index ? (link as ChainedEvent) : one)),
      );
      expect(verdict).not.toEqual({ ok: true, value: { sequence: 6, hash: last.hash } });
    }),
    { seed: 20260302, numRuns: 500 },
  );
});

function parsed(text: string): ChainedEvent | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
