"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { ownerAction } from "@/app/_request/form-action";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayIn } from "@/app/_request/say";
import { clearSessionCookies } from "@/app/_request/session-cookies";
import {
  changePassword as changePasswordOf,
  isOwnPassword,
  renewRecoveryKey,
} from "@/lib/account/commands/change-keys";
import { deleteAccount } from "@/lib/account/commands/delete-account";
import { endOtherSessions, endOwnSession } from "@/lib/account/commands/end-sessions";
import { changePasswordSchema, reenterPasswordSchema } from "@/lib/account/schema";
import { isId } from "@/lib/platform/ids";
import { removeCaseFiles } from "@/lib/storage/file-store";

const here = () => "/account";

export const changePassword = ownerAction(here, async (owner, { values, now }) => {
  const say = sayIn("account.errors");
  const form = readForm(changePasswordSchema, values, say);
  if (!form.ok) return form;
  const changed = await changePasswordOf(owner, form.value, now);
  if (changed.ok) return { goTo: "/account?done=changed" };
  return oneError(changed.code === "PASSWORD_TAKEN" ? "password" : "currentPassword", say(changed.code));
});

export const endASession = ownerAction(here, async (owner, { values }) => {
  const sessionId = values.sessionId;
  if (!isId(sessionId) || !(await endOwnSession(owner, sessionId))) nothingThere();
  return { goTo: sessionId === owner.sessionId ? "/sign-in?done=ended" : "/account?done=ended" };
});

export const endEveryOtherSession = ownerAction(here, async (owner) => {
  await endOtherSessions(owner);
  return { goTo: "/account?done=ended" };
});

export const makeNewRecoveryKey = ownerAction(here, async (owner, { values, now }) => {
  const say = sayIn("account.errors");
  const form = readForm(reenterPasswordSchema, { password: values.renewPassword ?? "" }, say);
  if (!form.ok) return oneError("renewPassword", form.errors[0]?.text ?? "");
  const known = await isOwnPassword(owner, form.value.password, now);
  if (!known.ok) return oneError("renewPassword", say(known.code));
  await renewRecoveryKey(owner);
  return { goTo: "/account/recovery-key" };
});

export const deleteOwnAccount = ownerAction(
  () => "/account/delete",
  async (owner, { values, now }) => {
    const say = sayIn("account.errors");
    const form = readForm(reenterPasswordSchema, values, say);
    if (!form.ok) return form;
    const known = await isOwnPassword(owner, form.value.password, now);
    if (!known.ok) return oneError("password", say(known.code));
    for (const caseId of await deleteAccount(owner)) await removeCaseFiles(caseId);
    await clearSessionCookies();
    return { goTo: "/sign-in?done=deleted" };
  },
);
