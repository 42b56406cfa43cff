import { requireOwner } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { signOut } from "@/app/sign-in/actions";
import { SessionTable } from "@/components/account/session-table";
import { ActionForm } from "@/components/ui/action-form";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { listSessions, readAccount } from "@/lib/account/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { changePassword, endASession, endEveryOtherSession, makeNewRecoveryKey } from "./actions";

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const words = texts("account.page");
  const owner = await requireOwner();
  const [account, sessions, { done }] = await Promise.all([
    readAccount(owner),
    listSessions(owner, now()),
    searchParams,
  ]);
  return (
    <SiteMain>
      {(done === "changed" || done === "recovered") && <Notification>{words("changed")}</Notification>}
      {done === "ended" && <Notification>{words("ended")}</Notification>}
      <PageHeading above={words("heading")}>{account.name}</PageHeading>
      <ActionForm action={signOut} texts={formTexts()}>
        <SubmitButton kind="secondary">{words("signOut")}</SubmitButton>
      </ActionForm>

      <h2>{words("sessions")}</h2>
      <SessionTable sessions={sessions} end={endASession} formTexts={formTexts()} />
      {sessions.length > 1 && (
        <ActionForm action={endEveryOtherSession} texts={formTexts()}>
          <SubmitButton kind="secondary">{words("endOthers")}</SubmitButton>
        </ActionForm>
      )}

      <h2>{words("changePassword")}</h2>
      <ActionForm action={changePassword} texts={formTexts()}>
        <TextField
          name="currentPassword"
          type="password"
          label={words("currentPassword")}
          autoComplete="current-password"
          width="medium"
        />
        <TextField
          name="password"
          type="password"
          label={words("newPassword")}
          autoComplete="new-password"
          width="medium"
        />
        <SubmitButton busy={words("busy")}>{words("changeSubmit")}</SubmitButton>
      </ActionForm>

      <h2>{words("recovery")}</h2>
      <p>{words("recoveryWhy")}</p>
      <ActionForm action={makeNewRecoveryKey} texts={formTexts()}>
        <TextField
          name="renewPassword"
          type="password"
          label={words("renewPassword")}
          autoComplete="current-password"
          width="medium"
        />
        <SubmitButton kind="secondary" busy={words("busy")}>
          {words("renew")}
        </SubmitButton>
      </ActionForm>

      <h2>{words("delete")}</h2>
      <p>
        <a href="/account/delete">{words("deleteLink")}</a>
      </p>
    </SiteMain>
  );
}
