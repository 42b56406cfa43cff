import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import type { OwnedCase } from "@/lib/cases/case";
import type { FormAction } from "@/lib/platform/form-state";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import type { CaseLink } from "@/lib/sharing/case-link";

type Props = { case: OwnedCase; links: CaseLink[]; now: Date; revoke: FormAction; formTexts: FormTexts };

/** Every link of a case with its state; open ones can be read again or revoked. */
export function LinkTable({ case: opened, links, now, revoke, formTexts }: Props) {
  const words = texts("links.page");
  const columns = [
    { key: "for", header: words("for") },
    { key: "until", header: words("until") },
    { key: "state", header: words("state") },
    { key: "action", header: words("action") },
  ];
  const rows = links.map((link) => ({
    key: link.id,
    cells: {
      for: [link.recipient, link.agency].filter(Boolean).join(", "),
      until: formatMoment(link.expiresAt, opened.details.zone),
      state: <LinkState link={link} now={now} />,
      action: stateOf(link, now) === "active" && (
        <>
          <a href={`/cases/${opened.id}/links/${link.id}`}>{words("showAgain")}</a>
          <ActionForm action={revoke} texts={formTexts} hidden={{ caseId: opened.id, linkId: link.id }}>
            <SubmitButton kind="final">{words("revoke")}</SubmitButton>
          </ActionForm>
        </>
      ),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function LinkState({ link, now }: { link: CaseLink; now: Date }) {
  const words = texts("links.page");
  const state = stateOf(link, now);
  return (
    <>
      <Tag kind={state === "active" ? "strong" : "plain"}>{words(state)}</Tag>
      {link.failedTries > 0 && <p className="hint">{words("tries", { count: link.failedTries })}</p>}
    </>
  );
}

function stateOf(link: CaseLink, now: Date): "active" | "revoked" | "expired" {
  if (link.revokedAt) return "revoked";
  return link.expiresAt > now ? "active" : "expired";
}
