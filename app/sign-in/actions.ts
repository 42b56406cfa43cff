"use server";

import { browserFamily } from "@/app/_request/browser-family";
import { clientAddress } from "@/app/_request/client-address";
import { oneError, readForm } from "@/app/_request/faults";
import { openAction } from "@/app/_request/form-action";
import { nextPath } from "@/app/_request/next-path";
import { sayIn } from "@/app/_request/say";
import { clearSessionCookies, readSessionCookies, writeSessionCookies } from "@/app/_request/session-cookies";
import { endSession } from "@/lib/account/commands/end-sessions";
import { signIn as signInTo } from "@/lib/account/commands/sign-in";
import { signInSchema } from "@/lib/account/schema";

export const signIn = openAction(async ({ values, now }) => {
  const say = sayIn("account.errors");
  const form = readForm(signInSchema, values, say);
  if (!form.ok) return form;
  const given = { ...form.value, address: await clientAddress(), agent: await browserFamily() };
  const session = await signInTo(given, now);
  if (!session.ok) return oneError("", say(session.code));
  await endCurrentSession();
  await writeSessionCookies(session.value);
  return { goTo: nextPath(values.next) };
});

export const signOut = openAction(async () => {
  await endCurrentSession();
  await clearSessionCookies();
  return { goTo: "/sign-in?done=ended" };
});

async function endCurrentSession(): Promise<void> {
  const secrets = await readSessionCookies();
  if (secrets) await endSession(secrets.token);
}
