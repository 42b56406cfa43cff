import { readLinkCookies, readSessionCookies } from "@/app/_request/session-cookies";
import { endSession } from "@/lib/account/commands/end-sessions";
import { env } from "@/lib/platform/env";
import { errorFields, log } from "@/lib/platform/log";
import { endLinkSession } from "@/lib/sharing/commands";

/** Ends the session, of a case link too, clears what this site has kept in the browser and goes to a harmless page. */
export async function GET(request: Request): Promise<Response> {
  const headers = new Headers({ Location: env().NIGHTJAR_LEAVE_TO });
  if (isOfPerson(request)) {
    headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
    await endSessions();
  }
  return new Response(null, { status: 303, headers });
}

/** Another site may send a person here, or load this as a picture, but not sign her out by it. */
function isOfPerson(request: Request): boolean {
  return request.headers.get("sec-fetch-site") !== "cross-site";
}

// Nothing may hold a person up here: without its cookies the session is of no use to the browser anyway.
async function endSessions(): Promise<void> {
  try {
    const [session, link] = [await readSessionCookies(), await readLinkCookies()];
    if (session) await endSession(session.token);
    if (link) await endLinkSession(link.token);
  } catch (error) {
    log("warn", "leave.session-not-ended", errorFields(error));
  }
}
