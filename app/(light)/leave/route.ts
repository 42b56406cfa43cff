import { env } from "@/lib/platform/env";

/** Clears what this site has kept in the browser and goes to a harmless page. */
export function GET(request: Request): Response {
  const headers = new Headers({ Location: env().NIGHTJAR_LEAVE_TO });
  if (isOfPerson(request)) headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
  return new Response(null, { status: 303, headers });
}

/** Another site may send a person here, or load this as a picture, but not sign her out by it. */
function isOfPerson(request: Request): boolean {
  return request.headers.get("sec-fetch-site") !== "cross-site";
}
