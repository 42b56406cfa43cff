import { headers } from "next/headers";
import { requireCase } from "@/app/_request/current-owner";
import { nothingThere } from "@/app/_request/nothing-there";
import { readPasscodeCookie } from "@/app/_request/session-cookies";
import { BackLink } from "@/components/ui/back-link";
import { CopyableValue } from "@/components/ui/copyable-value";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { texts } from "@/lib/platform/texts";
import { formatLinkSecret } from "@/lib/sharing/case-link";
import { listCaseLinks } from "@/lib/sharing/queries";

type Props = { params: Promise<{ caseId: string; linkId: string }> };

export default async function LinkPage({ params }: Props) {
  const words = texts("links.made");
  const { caseId, linkId } = await params;
  const opened = await requireCase(caseId);
  const link =
    (await listCaseLinks(opened)).find((one) => one.id === linkId && !one.revokedAt) ?? nothingThere();
  const passcode = await readPasscodeCookie(link.id);
  const address = `${await origin()}/s/${link.id}`;
  return (
    <SiteMain>
      <BackLink href={`/cases/${opened.id}/links`}>{words("back")}</BackLink>
      <PageHeading above={link.recipient}>{words("heading")}</PageHeading>
      {passcode && (
        <>
          <CopyableValue label={words("passcode")}>{passcode}</CopyableValue>
          <p>{words("passcodeWhy")}</p>
        </>
      )}
      <CopyableValue label={words("link")}>{`${address}#${link.secret}`}</CopyableValue>
      <p>{words("codeWhy")}</p>
      <CopyableValue label={words("address")}>{address}</CopyableValue>
      <CopyableValue label={words("code")}>{formatLinkSecret(link.secret)}</CopyableValue>
    </SiteMain>
  );
}

async function origin(): Promise<string> {
  const given = await headers();
  return `${given.get("x-forwarded-proto") ?? "http"}://${given.get("x-forwarded-host") ?? given.get("host") ?? "localhost"}`;
}
