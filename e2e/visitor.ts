// Asks the server with a browser's cookies but no browser, and follows redirects while keeping every step in sight.
import type { BrowserContext } from "@playwright/test";

export type Visited = { status: number; address: string; steps: string[]; body: string };
export type Visitor = (path: string, request?: RequestInit) => Promise<Visited>;

const { BASE_URL = "http://localhost:3000" } = process.env;

/** Somebody with the cookies that a browser has now; nobody when there is no browser. */
export async function visitorFrom(context?: BrowserContext): Promise<Visitor> {
  const cookies = (await context?.cookies(BASE_URL)) ?? [];
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return (path, request) => follow(path, { ...request, headers: { ...request?.headers, cookie } });
}

async function follow(path: string, request: RequestInit): Promise<Visited> {
  const steps: string[] = [];
  let [address, asked] = [path, request];
  while (steps.length < 5) {
    const answer = await fetch(new URL(address, BASE_URL), {
      ...asked,
      headers: { origin: BASE_URL, "sec-fetch-site": "same-origin", ...asked.headers },
      redirect: "manual",
    });
    const body = withoutNonce(await answer.text(), answer.headers.get("content-security-policy") ?? "");
    const next = nextOf(answer);
    steps.push(`${answer.status} ${address}`);
    if (!next) return { status: answer.status, address, steps, body };
    address = next;
    asked = { headers: { cookie: new Headers(request.headers).get("cookie") ?? "" } };
  }
  throw new Error(`Redirected in a circle: ${steps.join(", ")}`);
}

// Next tells a script where to go on in a header of its own.
function nextOf(answer: Response): string | undefined {
  const place = answer.headers.get("x-action-redirect")?.split(";")[0] ?? answer.headers.get("location");
  if (!place) return undefined;
  const { origin, pathname, search } = new URL(place, BASE_URL);
  return origin === new URL(BASE_URL).origin ? pathname + search : undefined;
}

function withoutNonce(body: string, policy: string): string {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return nonce ? body.replaceAll(nonce, "nonce") : body;
}
