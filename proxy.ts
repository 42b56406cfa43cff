import { type NextRequest, NextResponse } from "next/server";
import { policyFor } from "@/app/_request/security-headers";

/** Gives each page a fresh nonce and forbids every cache to keep it. It guards no door: pages and actions do. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = policyFor(request.nextUrl.pathname, nonce, process.env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname); // Where to come back to after signing in.
  headers.set("Content-Security-Policy", policy); // Next reads the nonce of its own scripts from here.

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  if (cameByHttps(request))
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

// Next cuts a body that passes through here at 10 MB without a word, so uploads must go past it.
export const config = {
  matcher: ["/((?!_next/static/|style/|icon\\.svg$|leave\\.js$|.*/upload$).*)"],
};

function cameByHttps(request: NextRequest): boolean {
  return (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
}
