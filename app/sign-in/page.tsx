import { formTexts } from "@/app/_request/form-texts";
import { nextPath } from "@/app/_request/next-path";
import { ActionForm } from "@/components/ui/action-form";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { texts } from "@/lib/platform/texts";
import { signIn } from "./actions";

type Search = Promise<{ next?: string; held?: string; done?: string }>;

const doneTexts = ["ended", "changed", "deleted"] as const;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const words = texts("account.signIn");
  const { next, held, done } = await searchParams;
  const doneText = doneTexts.find((text) => text === done);
  return (
    <SiteMain>
      {held && <Notification>{words("held")}</Notification>}
      {doneText && <Notification>{words(doneText)}</Notification>}
      <PageHeading>{words("heading")}</PageHeading>
      <ActionForm action={signIn} texts={formTexts()} hidden={{ next: nextPath(next) }}>
        <TextField name="name" label={words("name")} autoComplete="username" width="medium" />
        <TextField
          name="password"
          type="password"
          label={words("password")}
          autoComplete="current-password"
          width="medium"
        />
        <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
      </ActionForm>
      <p>
        <a href="/sign-up">{words("noAccount")}</a>
      </p>
      <p>
        <a href="/recover">{words("lost")}</a>
      </p>
    </SiteMain>
  );
}
