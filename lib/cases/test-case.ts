// For tests only: a case that its owner has opened.
import type { Owner } from "@/lib/account/owner";
import { NOW } from "@/lib/account/test-people";
import { newId } from "@/lib/platform/ids";
import type { OwnedCase } from "./case";
import { createCase } from "./commands";
import { openCase } from "./queries";
import type { CaseDetails } from "./schema";

export const DETAILS: CaseDetails = {
  title: "Calls since March",
  country: "GB",
  zone: "Europe/London",
  lines: [{ number: "020 7946 0123", e164: "+442079460123", provider: "Example Telecom" }],
};

/** A new case of a person, with one line in London. */
export async function newCaseOf(owner: Owner, details: Partial<CaseDetails> = {}): Promise<OwnedCase> {
  const id = await createCase(owner, { details: { ...DETAILS, ...details }, formKey: newId() }, NOW);
  return reopened(owner, id);
}

/** The case as it stands now. */
export async function reopened(owner: Owner, caseId: string): Promise<OwnedCase> {
  const opened = await openCase(owner, caseId);
  if (!opened) throw new Error("A case of the test is missing");
  return opened;
}
