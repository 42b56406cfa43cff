import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Owner } from "@/lib/account/owner";
import { readOwner } from "@/lib/account/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { openCase } from "@/lib/cases/queries";
import { now } from "@/lib/platform/clock";
import { isDatabaseAway } from "@/lib/platform/db-faults";
import { nothingThere } from "./nothing-there";
import { readSessionCookies } from "./session-cookies";

/** The signed-in person, or nothing. Read once a request. */
export const currentOwner = cache(async (): Promise<Owner | undefined> => {
  const secrets = await readSessionCookies();
  return secrets ? readOwner(secrets, now()) : undefined;
});

/** The signed-in person on a page; anybody else is asked to sign in first and brought back here. */
export async function requireOwner(): Promise<Owner> {
  const owner = await orUnavailable(currentOwner);
  if (!owner) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  if (!owner.hasSavedRecoveryKey && (await currentPath()) !== "/account/recovery-key")
    redirect("/account/recovery-key");
  return owner;
}

/** The person's own case on a page; 404 for one that is not there and for anybody else's. */
export const requireCase = cache(async (caseId: string): Promise<OwnedCase> => {
  const owner = await requireOwner();
  return (await orUnavailable(() => openCase(owner, caseId))) ?? nothingThere();
});

/** A page without the database is a plain page that says so. */
export async function orUnavailable<Value>(read: () => Promise<Value>): Promise<Value> {
  let value: Value;
  try {
    value = await read();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    redirect("/unavailable");
  }
  return value;
}

async function currentPath(): Promise<string> {
  return (await headers()).get("x-path") ?? "/cases";
}
