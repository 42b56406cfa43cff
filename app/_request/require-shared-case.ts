import "server-only";
import { redirect } from "next/navigation";
import { isId } from "@/lib/platform/ids";
import type { SharedCase } from "@/lib/sharing/shared-case";
import { orUnavailable } from "./current-owner";
import { nothingThere } from "./nothing-there";
import { currentSharedCase } from "./shared-case";

/** The shared case on a page below a case link; a reader who has not given the passcode goes to the link's door first. */
export async function requireSharedCase(linkId: string): Promise<SharedCase> {
  if (!isId(linkId)) nothingThere();
  return (await orUnavailable(() => currentSharedCase(linkId))) ?? redirect(`/s/${linkId}`);
}
