import type { ReactNode } from "react";
import { requireCase } from "@/app/_request/current-owner";
import { CaseNav } from "@/components/cases/case-nav";

type Props = { params: Promise<{ caseId: string }>; children: ReactNode };

export default async function CaseLayout({ params, children }: Props) {
  const { id } = await requireCase((await params).caseId);
  return (
    <>
      <CaseNav caseId={id} />
      {children}
    </>
  );
}
