"use server";

import { browserFamily } from "@/app/_request/browser-family";
import { clientAddress } from "@/app/_request/client-address";
import { oneError, readForm } from "@/app/_request/faults";
import { openAction } from "@/app/_request/form-action";
import { sayIn } from "@/app/_request/say";
import { writeSessionCookies } from "@/app/_request/session-cookies";
import { recoverAccount } from "@/lib/account/commands/change-keys";
import { startSession } from "@/lib/account/commands/sign-in";
import { recoverSchema } from "@/lib/account/schema";

export const recover = openAction(async ({ values, now }) => {
  const say = sayIn("account.errors");
  const form = readForm(recoverSchema, values, say);
  if (!form.ok) return form;
  const recovered = await recoverAccount({ ...form.value, address: await clientAddress() }, now);
  if (!recovered.ok)
    return oneError(recovered.code === "PASSWORD_TAKEN" ? "password" : "recoveryKey", say(recovered.code));
  await writeSessionCookies(await startSession(recovered.value, await browserFamily(), now));
  return { goTo: "/account?done=recovered" };
});
