import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SessionEntry } from "@/lib/account/session";
import type { FormAction } from "@/lib/platform/form-state";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

/** Where the person is signed in, each place with its way to end it. */
export function SessionTable(props: { sessions: SessionEntry[]; end: FormAction; formTexts: FormTexts }) {
  const words = texts("account.page");
  const columns = [
    { key: "device", header: words("device") },
    { key: "since", header: words("since") },
    { key: "lastSeen", header: words("lastSeen") },
    { key: "action", header: words("action") },
  ];
  const rows = props.sessions.map((session) => ({
    key: session.id,
    cells: {
      device: session.agent || words("unknownDevice"),
      since: formatMoment(session.createdAt, "UTC"),
      lastSeen: formatMoment(session.lastSeenAt, "UTC"),
      action: session.isCurrent ? (
        words("current")
      ) : (
        <ActionForm action={props.end} texts={props.formTexts} hidden={{ sessionId: session.id }}>
          <SubmitButton kind="secondary">{words("end")}</SubmitButton>
        </ActionForm>
      ),
    },
  }));
  return (
    <DataTable caption={words("sessionsCaption")} isCaptionHidden columns={columns} rows={rows} stacks />
  );
}
