import type { Line } from "./story/line";

/*
 * A request on one hop, its retransmissions, its answers, and the ACK of a refusal (RFC 3261 section 17).
 *
 *   request --1xx--> proceeding --2xx--> answered
 *      |                 |
 *      +--- 3xx-6xx -----+-------------> refused --ACK--> (INVITE only)
 */
export type Transaction = {
  key: string;
  method: string;
  call: number;
  cseq: number;
  /** Columns of the side that asked and the side that was asked. */
  from: string;
  to: string;
  /** First copy of the request; none when the capture missed it. */
  request?: Line;
  /** Everything that belongs to it, in the order of the trace. */
  lines: Line[];
  /** First final answer. */
  final?: Line;
  /** Final status, 0 while there is none. */
  status: number;
  /** Highest 1xx but 100, 0 when there is none. */
  provisional: number;
  ack?: Line;
  cancel?: Transaction;
  /** The same request on the hop before, and on the hops after. */
  parent?: Transaction;
  children: Transaction[];
};

/** Groups lines into transactions, in the order of their first lines; links CANCEL to INVITE and hop to hop. */
export function transactionsOf(lines: Line[]): Transaction[] {
  const byKey = new Map<string, Transaction>();
  for (const line of lines) {
    const key = keyOf(line, byKey);
    const transaction = byKey.get(key) ?? begin(key, line);
    byKey.set(key, transaction);
    take(transaction, line);
  }
  const transactions = [...byKey.values()];
  linkCancels(transactions);
  linkHops(transactions);
  return transactions;
}

const cookie = "z9hG4bK";

function keyOf(line: Line, known: Map<string, Transaction>): string {
  const { method } = line.facts;
  const key = keyFor(line, method);
  // RFC 3261 section 17.1.1.3: the ACK of a refusal belongs to its INVITE; the ACK of a 2xx stands alone.
  if (method !== "ACK") return key;
  const invite = keyFor(line, "INVITE");
  return (known.get(invite)?.status ?? 0) >= 300 ? invite : key;
}

/** RFC 3261 section 17.2.3. Branches without the cookie come from RFC 2543, and are no names by themselves. */
function keyFor(line: Line, method: string): string {
  const [via] = line.vias;
  const { branch, callId, cseq, fromTag } = line.facts;
  const sentBy = via ? `${via.host.toLowerCase()}:${via.port ?? ""}` : "";
  // The number stands in it too, because some devices use a branch twice.
  const name = [line.call, method, branch, sentBy, cseq];
  return (branch.startsWith(cookie) ? name : [...name, callId, fromTag]).join(" ");
}

function begin(key: string, line: Line): Transaction {
  const isRequest = line.facts.isRequest;
  return {
    key,
    method: line.facts.method,
    call: line.call,
    cseq: line.facts.cseq,
    from: isRequest ? line.from : line.to,
    to: isRequest ? line.to : line.from,
    lines: [],
    status: 0,
    provisional: 0,
    children: [],
  };
}

function take(transaction: Transaction, line: Line): void {
  transaction.lines.push(line);
  const { isRequest, method, status } = line.facts;
  if (isRequest) {
    if (method === "ACK" && transaction.method === "INVITE") transaction.ack ??= line;
    else transaction.request ??= line;
  } else if (status < 200) {
    if (status > 100) transaction.provisional = Math.max(transaction.provisional, status);
  } else if (!transaction.final) {
    transaction.final = line;
    transaction.status = status;
  }
}

/** RFC 3261 section 9.1: a CANCEL has the branch of what it takes back. */
function linkCancels(transactions: Transaction[]): void {
  const invites = new Map(transactions.map((transaction) => [transaction.key, transaction]));
  for (const cancel of transactions) {
    if (cancel.method !== "CANCEL") continue;
    const invite = invites.get(cancel.key.replace(" CANCEL ", " INVITE "));
    if (invite) invite.cancel = cancel;
  }
}

function hopName({ call, method, cseq }: Transaction, branch: string): string {
  return `${call} ${method} ${cseq} ${branch}`;
}

/** RFC 3261 section 16.6 step 8: who passes a request on puts a Via above those that were there. */
function linkHops(transactions: Transaction[]): void {
  const byTop = new Map<string, Transaction>();
  for (const transaction of transactions) {
    const branch = transaction.request?.facts.branch;
    if (branch) byTop.set(hopName(transaction, branch), transaction);
  }
  for (const transaction of transactions) {
    for (const { branch } of (transaction.request?.vias ?? []).slice(1)) {
      const parent = branch && byTop.get(hopName(transaction, branch));
      if (!parent || parent === transaction) continue;
      transaction.parent = parent;
      parent.children.push(transaction);
      break;
    }
  }
}
