import { z } from "zod";
import { passwordFault } from "./password-rules";
import { parseRecoveryKey } from "./recovery-key";

const nameSchema = z
  .string("NAME_MISSING")
  .refine((name) => name.trim() !== "", "NAME_MISSING")
  .refine((name) => [...name].length <= 80, "NAME_LONG");

const newPasswordSchema = z.string("PASSWORD_SHORT").superRefine((password, context) => {
  const code = passwordFault(password);
  if (code) context.addIssue({ code: "custom", message: code });
});

const enteredPasswordSchema = z
  .string("PASSWORD_MISSING")
  .min(1, "PASSWORD_MISSING")
  .max(1_000, "SIGN_IN_FAILED");

export const recoveryKeySchema = z
  .string("RECOVERY_KEY_MISSING")
  .refine((key) => key.trim() !== "", "RECOVERY_KEY_MISSING")
  .refine((key) => key.trim() === "" || parseRecoveryKey(key) !== undefined, "RECOVERY_KEY_SLIP");

export const signUpSchema = z.object({ name: nameSchema, password: newPasswordSchema });
export const signInSchema = z.object({ name: nameSchema, password: enteredPasswordSchema });
export const confirmRecoveryKeySchema = z.object({ recoveryKey: recoveryKeySchema });
export const recoverSchema = z.object({ recoveryKey: recoveryKeySchema, password: newPasswordSchema });
export const changePasswordSchema = z.object({
  currentPassword: enteredPasswordSchema,
  password: newPasswordSchema,
});
export const reenterPasswordSchema = z.object({ password: enteredPasswordSchema });
