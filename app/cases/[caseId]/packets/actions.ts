"use server";

import { oneError } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { sealPacket } from "@/lib/evidence-packets/commands";
import { texts } from "@/lib/platform/texts";

export const makePacket = caseAction(
  (caseId) => `/cases/${caseId}/packets`,
  async (opened, { values, now }) => {
    const sealed = await sealPacket(opened, { formKey: formKeyOf(values) }, now);
    if (!sealed.ok) return oneError("", texts("packets.page")("needsCalls"));
    return { goTo: `/cases/${opened.id}/packets` };
  },
);
