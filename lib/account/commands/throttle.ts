import { db } from "@/lib/platform/db";
import { keyedTag } from "@/lib/platform/sealed";
import { serverKey } from "@/lib/platform/server-key";
import { normalName } from "../sign-in-keys";

/** Who tries: a name as typed, and the address as far as it is known (none without a trusted proxy). */
export type Trier = { name?: string; address?: string };

type Limit = { most: number; minutes: number };

// Wide enough for a tired person with an old password in mind; a guesser gets 480 tries a day at one name.
const NAME_AND_ADDRESS: Limit = { most: 10, minutes: 15 };
const NAME: Limit = { most: 40, minutes: 120 };
const ADDRESS: Limit = { most: 50, minutes: 15 };

/**
 * Counts a try and tells whether it is one too many. The try is written before it is counted, so tries made at the
 * same moment all count. A refused try counts as well, but only while it would be counted anyway.
 */
export async function countTry(what: string, trier: Trier, now: Date): Promise<boolean> {
  const verdicts = await Promise.all(rulesFor(what, trier).map((rule) => countOne(rule, now)));
  return verdicts.some(Boolean);
}

/** Forgets the tries of a person who then got in. */
export async function forgetTries(what: string, trier: Trier): Promise<void> {
  const tags = rulesFor(what, trier).map((rule) => rule.tag);
  await db().attempt.deleteMany({ where: { tag: { in: tags.slice(0, 2) } } });
}

/** Removes tries that no limit looks at any more. */
export async function sweepTries(now: Date): Promise<void> {
  await db().attempt.deleteMany({ where: { at: { lt: new Date(now.getTime() - NAME.minutes * 60_000) } } });
}

type Rule = Limit & { tag: Uint8Array<ArrayBuffer> };

function rulesFor(what: string, { name, address }: Trier): Rule[] {
  const tag = (kind: string, text: string) => keyedTag(serverKey(), `${what} ${kind}\n${text}`);
  const who = name === undefined ? undefined : normalName(name);
  return [
    ...(who === undefined
      ? []
      : [{ ...NAME_AND_ADDRESS, tag: tag("name+address", `${who}\n${address ?? ""}`) }]),
    ...(who === undefined ? [] : [{ ...NAME, tag: tag("name", who) }]),
    ...(address === undefined ? [] : [{ ...ADDRESS, tag: tag("address", address) }]),
  ];
}

async function countOne(rule: Rule, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - rule.minutes * 60_000);
  await db().attempt.create({ data: { tag: rule.tag, at: now } });
  const tries = await db().attempt.count({ where: { tag: rule.tag, at: { gt: since } } });
  return tries > rule.most;
}
