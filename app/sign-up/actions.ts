"use server";

import { browserFamily } from "@/app/_request/browser-family";
import { clientAddress } from "@/app/_request/client-address";
import { oneError, readForm } from "@/app/_request/faults";
import { openAction } from "@/app/_request/form-action";
import { sayIn } from "@/app/_request/say";
import { writeSessionCookies } from "@/app/_request/session-cookies";
import { createAccount } from "@/lib/account/commands/create-account";
import { signIn } from "@/lib/account/commands/sign-in";
import { signUpSchema } from "@/lib/account/schema";

export const signUp = openAction(async ({ values, now }) => {
  const say = sayIn("account.errors");
  const form = readForm(signUpSchema, values, say);
  if (!form.ok) return form;
  const created = await createAccount(form.value, now);
  if (!created.ok) return oneError("", say(created.code));
  const session = await signIn(
    { ...form.value, address: await clientAddress(), agent: await browserFamily() },
    now,
  );
  if (!session.ok) return oneError("", say(session.code));
  await writeSessionCookies(session.value);
  return { goTo: "/account/recovery-key" };
});
