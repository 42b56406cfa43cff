import type { Draft, HeaderLine } from "./draft";

/** RFC 3261 section 17.1.1.3: the ACK of a final answer that is not a 2xx has the branch of its INVITE. */
export function acknowledged(invite: Draft, toTag: string): Draft {
  return onSameHop(invite, "ACK", `;tag=${toTag}`);
}

/** RFC 3261 section 9.1: a CANCEL has the branch and the To of the INVITE that it takes back. */
export function takenBack(invite: Draft): Draft {
  return onSameHop(invite, "CANCEL", "");
}

const KEPT = new Set(["Max-Forwards", "From", "To", "Call-ID", "CSeq", "Route"]);

function onSameHop({ startLine, headers }: Draft, method: string, tag: string): Draft {
  const kept = headers.filter(([name], place) => place === 0 || KEPT.has(name));
  const changed = kept.map(([name, value]): HeaderLine => {
    if (name === "To") return [name, value + tag];
    return [name, name === "CSeq" ? value.replace("INVITE", method) : value];
  });
  return { startLine: startLine.replace("INVITE", method), headers: changed, body: "" };
}
