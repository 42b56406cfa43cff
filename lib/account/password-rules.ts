import { commonPasswords } from "./common-passwords";

export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 1_000;

/** What is wrong with a new password, if anything. Any characters do; only length and being well known count. */
export function passwordFault(
  password: string,
): "PASSWORD_SHORT" | "PASSWORD_LONG" | "PASSWORD_COMMON" | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LEAST) return "PASSWORD_SHORT";
  if (length > PASSWORD_MOST) return "PASSWORD_LONG";
  return isCommon(password.toLowerCase()) ? "PASSWORD_COMMON" : undefined;
}

function isCommon(password: string): boolean {
  return commonPasswords.has(password) || isRepetition(password) || isRun(password);
}

// "aaaaaaaaaaaa", "abcabcabcabc": a short piece said again and again is guessed as early as the piece.
function isRepetition(password: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(password);
}

// "123456789012", "abcdefghijkl": each character one step from the last.
function isRun(password: string): boolean {
  const steps = [...password]
    .slice(1)
    .map((letter, at) => (letter.codePointAt(0) ?? 0) - (password.codePointAt(at) ?? 0));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}
