import "server-only";
import { headers } from "next/headers";

const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;

const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** "Firefox, Android": enough to know one's own devices by, and no more. */
export async function browserFamily(): Promise<string> {
  const agent = (await headers()).get("user-agent") ?? "";
  const names = [browsers, systems].map((table) => table.find(([mark]) => agent.includes(mark))?.[1]);
  return names.filter(Boolean).join(", ");
}
