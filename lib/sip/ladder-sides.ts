import type { ReadMessage } from "./call-story";
import { headerValue } from "./ladder-headers";

/** The From tag of the first request of each call: who began it. */
export function callerTags(messages: readonly ReadMessage[]): Map<number, string> {
  const tags = new Map<number, string>();
  for (const message of messages) {
    if (message.read.kind === "request" && !tags.has(message.call)) tags.set(message.call, tagOf(message));
  }
  return tags;
}

/** Whose message it is in a log that tells no addresses. RFC 3261 section 8.1.1.3: the From tag names who asks. */
export function isFromCaller(message: ReadMessage, tags: ReadonlyMap<number, string>): boolean {
  const isAskedByCaller = tagOf(message) === (tags.get(message.call) ?? tagOf(message));
  return isAskedByCaller === (message.read.kind === "request");
}

function tagOf({ read }: ReadMessage): string {
  const from = headerValue(read, "From") ?? "";
  const start = from.toLowerCase().lastIndexOf(";tag=");
  return start < 0 ? "" : (from.slice(start + ";tag=".length).split(/[;\s]/, 1)[0] ?? "");
}
