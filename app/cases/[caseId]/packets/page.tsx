import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { PacketTable } from "@/components/packets/packet-table";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { listPackets } from "@/lib/evidence-packets/queries";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { makePacket } from "./actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function PacketsPage({ params }: Props) {
  const words = texts("packets.page");
  const { id, details } = await requireCase((await params).caseId);
  const packets = await listPackets(await requireCase(id));
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {packets.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <>
          <PacketTable
            packets={packets}
            zone={details.zone}
            hrefOf={(packet) => `/cases/${id}/packets/${packet.id}/download`}
          />
          <p>{words("fingerprintWhy")}</p>
          <p>{words("unlock")}</p>
        </>
      )}
      <ActionForm action={makePacket} texts={formTexts()} hidden={{ caseId: id, formKey: newId() }}>
        <SubmitButton busy={words("busy")}>{words("make")}</SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
