import type { OwnedCase } from "@/lib/cases/case";
import { openCaseWithKey } from "@/lib/cases/queries";
import { db } from "@/lib/platform/db";
import type { CaseId, CaseLinkId } from "@/lib/platform/ids";
import { open, openJson, sha256 } from "@/lib/platform/sealed";
import { type CaseLink, linkContext, type SealedLink } from "./case-link";
import type { LinkSecrets } from "./commands";
import type { SharedCase } from "./shared-case";

/** The links of a case, newest first. */
export async function listCaseLinks(opened: OwnedCase): Promise<CaseLink[]> {
  const rows = await db().caseLink.findMany({
    where: { caseId: opened.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    ...openJson<SealedLink>(opened.key, row.sealed, linkContext(row.id)),
    id: row.id as CaseLinkId,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt ?? undefined,
    allowDownload: row.allowDownload,
    failedTries: row.failedTries,
  }));
}

/** The case behind a reader's cookie; nothing once the link is revoked or expired, or for another link's page. */
export async function openSharedCase(
  linkId: string,
  secrets: LinkSecrets,
  now: Date,
): Promise<SharedCase | undefined> {
  const session = await db().linkSession.findUnique({
    where: { tokenHash: sha256(secrets.token) },
    include: { link: true },
  });
  if (!session || session.linkId !== linkId || session.expiresAt <= now) return undefined;
  const { link } = session;
  if (link.revokedAt || link.expiresAt <= now) return undefined;
  const key = open(secrets.key, session.sealedKey, `link-session:${session.id}`);
  if (!key.ok) return undefined;
  const opened = await openCaseWithKey(link.caseId as CaseId, key.value);
  if (opened?.access !== "reader") return undefined;
  const { recipient } = openJson<SealedLink>(key.value, link.sealed, linkContext(link.id));
  return {
    case: { ...opened, access: "reader" },
    linkId: link.id as CaseLinkId,
    recipient,
    allowDownload: link.allowDownload,
    expiresAt: link.expiresAt,
  };
}
