import "server-only";
import type { OwnedCase } from "@/lib/cases/case";
import { openCase } from "@/lib/cases/queries";
import { currentOwner, orUnavailable } from "./current-owner";

/** The person's own case for a download; nothing when nobody is signed in or the case is not theirs. */
export async function currentCase(caseId: string): Promise<OwnedCase | undefined> {
  return orUnavailable(async () => {
    const owner = await currentOwner();
    return owner && openCase(owner, caseId);
  });
}

/** What a route handler answers for a thing that is missing or another's: the same nothing for both. */
export function nothingHere(): Response {
  return new Response(null, { status: 404 });
}
