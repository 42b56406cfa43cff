import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { CHAIN_START, chainEvent } from "@/lib/audit/chain";
import { auditLogJsonl } from "./audit-log-jsonl";
import { chainOf, MADE_AT } from "./build-packet";

it("holds in each line, without its own hash, the very text that was hashed", () => {
  const links = chainOf(["case.opened", "incident.logged", "link.created"]);
  const lines = auditLogJsonl(links).trimEnd().split("\n");
  const hashed = lines.map((line) =>
    line.replace(/,"hash":"[0-9a-f]{64}","previousHash"/, ',"previousHash"'),
  );
  expect(hashed.map((text) => createHash("sha256").update(text, "utf8").digest("hex"))).toEqual(
    links.map(({ hash }) => hash),
  );
  expect(lines[0]).toContain(`"previousHash":"${CHAIN_START}"`);
});

it("keeps an event in one line whatever its reader is called", () => {
  const recipient = 'Theo\n","hash":"0","previousHash":"0","sequence":1}\u2028\uD800';
  const event = {
    action: "link.opened",
    actor: { kind: "reader", linkId: "l", recipient },
    subject: "s",
  } as const;
  const text = auditLogJsonl([chainEvent(undefined, event, MADE_AT)]);
  expect(text.split("\n")).toHaveLength(2);
  expect(JSON.parse(text).event.actor.recipient).toBe(recipient);
});
