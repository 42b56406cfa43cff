import type { Endpoint } from "@/lib/captures/packet";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { CallStory, Host, ReadMessage } from "./call-story";
import type { LadderColumn } from "./ladder";
import { callerTags, isFromCaller } from "./ladder-sides";

/** The columns of a ladder and the way to them. */
export type Places = {
  columns: LadderColumn[];
  /** Columns that a message left from and came to. */
  ofMessage(message: ReadMessage): { from: number; to: number };
  ofMedia(endpoint: Endpoint): number;
};

/** Hosts in the order in which the call travelled, then the sides of a log without addresses, then places of sound alone. */
export function columnsOf(story: CallStory, streams: readonly RtpStream[]): Places {
  const columns: LadderColumn[] = orderedHosts(story).map((host) => ({ kind: "host", ...host }));
  const tags = callerTags(story.messages);
  const announced = announcedHosts(story);

  function added(column: LadderColumn): number {
    const index = columns.findIndex(({ id }) => id === column.id);
    return index >= 0 ? index : columns.push(column) - 1;
  }

  function side(message: ReadMessage, isCaller: boolean): number {
    const role = isCaller ? "caller" : "called";
    return added({ kind: "side", id: `${role}:${message.call}`, role, ports: [], software: [] });
  }

  function ofMessage(message: ReadMessage): { from: number; to: number } {
    const { source, destination } = message.seen;
    const isCaller = source && destination ? true : isFromCaller(message, tags);
    return {
      from: source ? placed(columns, source, "host", added) : side(message, isCaller),
      to: destination ? placed(columns, destination, "host", added) : side(message, !isCaller),
    };
  }

  function ofMedia(endpoint: Endpoint): number {
    const host = announced.get(`${endpoint.address} ${endpoint.port}`);
    const index = columns.findIndex(({ id }) => id === host);
    return index >= 0 ? index : placed(columns, endpoint, "media", added);
  }

  for (const message of story.messages) ofMessage(message);
  for (const { source, destination } of streams) [source, destination].forEach(ofMedia);
  return { columns, ofMessage, ofMedia };
}

/** The column of an address; where one address plays two parts, the one that uses the port. */
function placed(
  columns: readonly LadderColumn[],
  { address, port }: Endpoint,
  kind: "host" | "media",
  added: (column: LadderColumn) => number,
): number {
  const same = columns.flatMap((column, index) => (column.address === address ? [index] : []));
  const only = same.length === 1 && kind === "media" ? same[0] : undefined;
  const found = same.find((index) => columns[index]?.ports.includes(port)) ?? only;
  if (found !== undefined) return found;
  const first = same[0];
  if (first !== undefined && kind === "host" && columns[first]?.id === address) return first;
  return added({ kind, id: `${address} ${kind}`, role: "host", address, ports: [], software: [] });
}

function announcedHosts(story: CallStory): Map<string, string> {
  return new Map(
    story.media
      .flatMap(({ announced }) => announced)
      .flatMap(({ host, address, port }) => (host ? [[`${address} ${port}`, host] as const] : [])),
  );
}

/** From the caller to the called: hosts as the INVITEs reached them, each sender before the first that it called. */
function orderedHosts({ hosts, messages }: CallStory): Host[] {
  const order: Host[] = hosts.filter(({ role }) => role === "caller").slice(0, 1);
  const requests = messages.filter(({ read }) => read.kind === "request");
  const invites = requests.filter(({ read }) => read.kind === "request" && read.method === "INVITE");
  for (const { seen } of [...invites, ...requests]) {
    const [from, to] = [hostOf(hosts, seen.source), hostOf(hosts, seen.destination)];
    const before = to ? order.indexOf(to) : -1;
    if (from && !order.includes(from)) order.splice(before < 0 ? order.length : before, 0, from);
    if (to && !order.includes(to)) order.push(to);
  }
  return [...order, ...hosts.filter((host) => !order.includes(host))];
}

function hostOf(hosts: readonly Host[], endpoint: Endpoint | undefined): Host | undefined {
  const same = hosts.filter(({ address }) => address === endpoint?.address);
  return same.find(({ ports }) => endpoint && ports.includes(endpoint.port)) ?? same[0];
}
