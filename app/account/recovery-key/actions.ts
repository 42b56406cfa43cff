"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { ownerAction } from "@/app/_request/form-action";
import { sayIn } from "@/app/_request/say";
import { confirmRecoveryKey } from "@/lib/account/commands/change-keys";
import { confirmRecoveryKeySchema } from "@/lib/account/schema";

export const confirmSavedRecoveryKey = ownerAction(
  () => "/account/recovery-key",
  async (owner, { values }) => {
    const say = sayIn("account.errors");
    const form = readForm(confirmRecoveryKeySchema, values, say);
    if (!form.ok) return form;
    const confirmed = await confirmRecoveryKey(owner, form.value.recoveryKey);
    return confirmed.ok ? { goTo: "/cases?done=saved" } : oneError("recoveryKey", say(confirmed.code));
  },
);
