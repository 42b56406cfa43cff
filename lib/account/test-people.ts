// For tests only: people of the cast with an account and a session.
import { createAccount } from "./commands/create-account";
import { signIn, startSession } from "./commands/sign-in";
import type { Owner } from "./owner";
import { readOwner } from "./queries";
import type { SessionSecrets } from "./session";

export const NOW = new Date("2026-03-05T09:30:00Z");
export const PASSWORD = "a quiet evening at home";

export type Person = { owner: Owner; secrets: SessionSecrets; name: string; password: string };

/** Some minutes (or fewer than none) after `NOW`. */
export function minutesLater(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/** Signs somebody up and in: "Mara" logs calls, "Ines" owns another account. */
export async function signUp(name: string, password = PASSWORD, now = NOW): Promise<Person> {
  const made = await createAccount({ name, password }, now);
  if (!made.ok) throw new Error(`${name} has an account already`);
  return signedIn(name, password, now);
}

/** The same person in another browser. */
export async function inAnotherBrowser({ owner, ...person }: Person, now = NOW): Promise<Person> {
  const secrets = await startSession(owner, "Firefox", now);
  const again = await readOwner(secrets, now);
  if (!again) throw new Error("A new session does not open");
  return { ...person, owner: again, secrets };
}

export async function signedIn(name: string, password = PASSWORD, now = NOW): Promise<Person> {
  const session = await signIn({ name, password, agent: "Firefox" }, now);
  const owner = session.ok ? await readOwner(session.value, now) : undefined;
  if (!session.ok || !owner) throw new Error(`${name} cannot sign in`);
  return { owner, secrets: session.value, name, password };
}
