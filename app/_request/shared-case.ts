import "server-only";
import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { isId } from "@/lib/platform/ids";
import { openSharedCase } from "@/lib/sharing/queries";
import type { SharedCase } from "@/lib/sharing/shared-case";
import { readLinkCookies } from "./session-cookies";

/** The case that the reader's cookies open on this link's pages; nothing before the passcode was given. */
export const currentSharedCase = cache(async (linkId: string): Promise<SharedCase | undefined> => {
  const secrets = await readLinkCookies();
  return secrets && isId(linkId) ? openSharedCase(linkId, secrets, now()) : undefined;
});
