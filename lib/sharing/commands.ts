import { randomBytes } from "node:crypto";
import { recordEvent } from "@/lib/audit/commands";
import type { AuditAction } from "@/lib/audit/event";
import type { OwnedCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { type CaseId, type CaseLinkId, isId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { open, openJson, seal, sealJson, sha256 } from "@/lib/platform/sealed";
import type { CaseLink as CaseLinkRow } from "@/prisma/generated/client";
import {
  LINK_SESSION_MS,
  linkContext,
  newLinkSecret,
  newPasscode,
  type SealedLink,
  TRIES_BEFORE_REVOKED,
  TRIES_BEFORE_WAIT,
  WAIT_MS,
} from "./case-link";
import { linkKey } from "./link-key";
import type { SharedCase } from "./shared-case";

type NewLink = { recipient: string; agency: string; days: number; allowDownload: boolean; formKey: string };

/**
 * Makes a case link and gives its id and passcode. The passcode is shown this once and kept nowhere.
 * `MADE_ALREADY`: the same form was sent before, and its passcode was shown then.
 */
export async function createCaseLink(
  opened: OwnedCase,
  given: NewLink,
  now: Date,
): Promise<Result<{ id: CaseLinkId; passcode: string }, "MADE_ALREADY">> {
  const id = newId<CaseLinkId>();
  const [secret, passcode, salt] = [newLinkSecret(), newPasscode(), new Uint8Array(randomBytes(16))];
  const sealed: SealedLink = { recipient: given.recipient, agency: given.agency, secret };
  const wrappedKey = seal(await linkKey({ secret, passcode }, salt), opened.key, `${linkContext(id)}:key`);
  try {
    await db().$transaction(async (tx) => {
      await tx.caseLink.create({
        data: {
          id,
          caseId: opened.id,
          formKey: given.formKey,
          createdAt: now,
          expiresAt: new Date(now.getTime() + given.days * 86_400_000),
          allowDownload: given.allowDownload,
          passcodeSalt: salt,
          wrappedKey,
          sealed: sealJson(opened.key, sealed, linkContext(id)),
        },
      });
      await recordEvent(tx, opened, { action: "link.created", actor: { kind: "owner" }, subject: id }, now);
    });
  } catch (error) {
    if (isDuplicate(error)) return fault("MADE_ALREADY");
    throw error;
  }
  return ok({ id, passcode });
}

/** Revokes a link and ends what is open through it, at once. False when the case has no such link. */
export async function revokeCaseLink(opened: OwnedCase, linkId: string, now: Date): Promise<boolean> {
  if (!isId(linkId)) return false;
  return db().$transaction(async (tx) => {
    const link = await tx.caseLink.findFirst({ where: { id: linkId, caseId: opened.id } });
    if (!link) return false;
    const revoked = await tx.caseLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: now, wrappedKey: new Uint8Array() },
    });
    if (revoked.count === 0) return true;
    await tx.linkSession.deleteMany({ where: { linkId } });
    await recordEvent(tx, opened, { action: "link.revoked", actor: { kind: "owner" }, subject: linkId }, now);
    return true;
  });
}

/** What the reader's cookie holds: one token finds the session, the other opens it. */
export type LinkSecrets = { token: Uint8Array<ArrayBuffer>; key: Uint8Array<ArrayBuffer> };

/**
 * Opens a case link. `LINK_CLOSED` covers unknown, expired and revoked alike; `WRONG_CODE` a wrong secret or passcode,
 * which cannot be told apart; `WAIT` that too many were tried.
 */
export async function openCaseLink(
  given: { linkId: string; secret: string; passcode: string },
  now: Date,
): Promise<Result<LinkSecrets, "LINK_CLOSED" | "WRONG_CODE" | "WAIT">> {
  const link = await countLinkTry(given.linkId, now);
  if (!link.ok) return link;
  const key = await linkKey(given, link.value.passcodeSalt);
  const caseKey = open(key, link.value.wrappedKey, `${linkContext(link.value.id)}:key`);
  if (!caseKey.ok) return fault("WRONG_CODE");
  return ok(await startLinkSession(link.value, caseKey.value, now));
}

// The try is counted before it is made and given back when it was right, so that tries at one moment all count.
async function countLinkTry(linkId: string, now: Date): Promise<Result<CaseLinkRow, "LINK_CLOSED" | "WAIT">> {
  if (!isId(linkId)) return fault("LINK_CLOSED");
  const link = await db().caseLink.findFirst({
    where: { id: linkId, revokedAt: null, expiresAt: { gt: now } },
  });
  if (!link) return fault("LINK_CLOSED");
  if (link.lockedUntil && link.lockedUntil > now) return fault("WAIT");
  const counted = await db().caseLink.update({
    where: { id: linkId },
    data: { failedTries: { increment: 1 } },
  });
  if (counted.failedTries > TRIES_BEFORE_REVOKED) {
    await db().caseLink.update({
      where: { id: linkId },
      data: { revokedAt: now, wrappedKey: new Uint8Array() },
    });
    return fault("LINK_CLOSED");
  }
  if (counted.failedTries % TRIES_BEFORE_WAIT === 0)
    await db().caseLink.update({
      where: { id: linkId },
      data: { lockedUntil: new Date(now.getTime() + WAIT_MS) },
    });
  return ok(link);
}

async function startLinkSession(link: CaseLinkRow, caseKey: Uint8Array, now: Date): Promise<LinkSecrets> {
  const secrets = { token: new Uint8Array(randomBytes(32)), key: new Uint8Array(randomBytes(32)) };
  const id = newId();
  const subject = { id: link.caseId as CaseId, key: new Uint8Array(caseKey) };
  const { recipient } = openJson<SealedLink>(subject.key, link.sealed, linkContext(link.id));
  await db().$transaction(async (tx) => {
    await tx.linkSession.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.caseLink.update({ where: { id: link.id }, data: { failedTries: 0, lockedUntil: null } });
    await tx.linkSession.create({
      data: {
        id,
        linkId: link.id,
        tokenHash: sha256(secrets.token),
        sealedKey: seal(secrets.key, caseKey, `link-session:${id}`),
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_SESSION_MS),
      },
    });
    const actor = { kind: "reader", linkId: link.id, recipient } as const;
    await recordEvent(tx, subject, { action: "link.opened", actor, subject: link.id }, now);
  });
  return secrets;
}

/** Ends a reader's session, whoever holds its token. */
export async function endLinkSession(token: Uint8Array): Promise<void> {
  await db().linkSession.deleteMany({ where: { tokenHash: sha256(token) } });
}

/** Writes into the case's chain what a reader looked at, heard or took, before they get it. */
export async function recordReading(
  shared: SharedCase,
  action: Extract<AuditAction, "link.viewed" | "link.heard" | "link.downloaded">,
  subject: string,
  now: Date,
): Promise<void> {
  const actor = { kind: "reader", linkId: shared.linkId, recipient: shared.recipient } as const;
  await db().$transaction((tx) => recordEvent(tx, shared.case, { action, actor, subject }, now));
}
