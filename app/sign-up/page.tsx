import { formTexts } from "@/app/_request/form-texts";
import { ActionForm } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { texts } from "@/lib/platform/texts";
import { signUp } from "./actions";

export default function SignUpPage() {
  const words = texts("account.signUp");
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <ActionForm action={signUp} texts={formTexts()}>
        <TextField
          name="name"
          label={words("name")}
          hint={words("nameHint")}
          autoComplete="username"
          width="medium"
        />
        <TextField
          name="password"
          type="password"
          label={words("password")}
          hint={words("passwordHint")}
          autoComplete="new-password"
          width="medium"
        />
        <InsetText>
          <p>{words("loss")}</p>
        </InsetText>
        <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
      </ActionForm>
      <p>
        <a href="/sign-in">{words("haveAccount")}</a>
      </p>
    </SiteMain>
  );
}
