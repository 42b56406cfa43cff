import "server-only";
import { cookies } from "next/headers";
import type { SessionSecrets } from "@/lib/account/session";
import type { HeldFormSecrets } from "@/lib/storage/held-forms";

// `__Host-`: set by this host alone, over HTTPS (or to localhost), for every path. Without a lifetime they end with the
// browser; the server ends the session long before.
const options = { httpOnly: true, secure: true, sameSite: "strict", path: "/" } as const;

export const SESSION_COOKIE = "__Host-nightjar-session";
export const KEY_COOKIE = "__Host-nightjar-key";
const HELD_COOKIE = "__Host-nightjar-held";
const LINK_COOKIE = "__Host-nightjar-link";
const LINK_KEY_COOKIE = "__Host-nightjar-link-key";

type Secrets = { token: Uint8Array<ArrayBuffer>; key: Uint8Array<ArrayBuffer> };

export async function readSessionCookies(): Promise<SessionSecrets | undefined> {
  return readPair(SESSION_COOKIE, KEY_COOKIE);
}

export async function writeSessionCookies(secrets: SessionSecrets): Promise<void> {
  await writePair(SESSION_COOKIE, KEY_COOKIE, secrets);
}

export async function clearSessionCookies(): Promise<void> {
  const jar = await cookies();
  for (const name of [SESSION_COOKIE, KEY_COOKIE, PASSCODE_COOKIE])
    jar.set(name, "", { ...options, maxAge: 0 });
}

export async function readLinkCookies(): Promise<Secrets | undefined> {
  return readPair(LINK_COOKIE, LINK_KEY_COOKIE);
}

export async function writeLinkCookies(secrets: Secrets): Promise<void> {
  await writePair(LINK_COOKIE, LINK_KEY_COOKIE, secrets);
}

export async function clearLinkCookies(): Promise<void> {
  const jar = await cookies();
  for (const name of [LINK_COOKIE, LINK_KEY_COOKIE]) jar.set(name, "", { ...options, maxAge: 0 });
}

export async function readHeldFormCookie(): Promise<HeldFormSecrets | undefined> {
  const [id, key] = ((await cookies()).get(HELD_COOKIE)?.value ?? "").split(".");
  const bytes = toBytes(key);
  return id && bytes ? { id, key: bytes } : undefined;
}

export async function writeHeldFormCookie(held: HeldFormSecrets): Promise<void> {
  (await cookies()).set(HELD_COOKIE, `${held.id}.${toText(held.key)}`, { ...options, maxAge: 86_400 });
}

export async function clearHeldFormCookie(): Promise<void> {
  (await cookies()).set(HELD_COOKIE, "", { ...options, maxAge: 0 });
}

// The passcode of a new link is shown once: it crosses one redirect in a cookie, and is kept by nobody.
const PASSCODE_COOKIE = "__Host-nightjar-passcode";

export async function writePasscodeCookie(linkId: string, passcode: string): Promise<void> {
  (await cookies()).set(PASSCODE_COOKIE, `${linkId}.${passcode}`, { ...options, maxAge: 300 });
}

export async function readPasscodeCookie(linkId: string): Promise<string | undefined> {
  const [id, passcode] = ((await cookies()).get(PASSCODE_COOKIE)?.value ?? "").split(".");
  return id === linkId ? passcode : undefined;
}

async function readPair(tokenName: string, keyName: string): Promise<Secrets | undefined> {
  const jar = await cookies();
  const [token, key] = [toBytes(jar.get(tokenName)?.value), toBytes(jar.get(keyName)?.value)];
  return token && key ? { token, key } : undefined;
}

async function writePair(tokenName: string, keyName: string, secrets: Secrets): Promise<void> {
  const jar = await cookies();
  jar.set(tokenName, toText(secrets.token), options);
  jar.set(keyName, toText(secrets.key), options);
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function toBytes(text: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Buffer.from(text ?? "", "base64url"));
  return bytes.length === 32 ? bytes : undefined;
}
