// The messages that the phones of the scenarios send. What stands in [brackets] is filled in by sipp.

const lines = (list) => list.filter((line) => line !== undefined).join("\n");
const OWN_VIA = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]";
/** Unlike for each call, so that each branch of a fork gives its own. */
export const OWN_TAG = "[pid]x[call_number]";

const sdp = (user) => `v=0
o=${user} 1 1 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a=sendrecv`;

const noBody = ["Content-Length: 0", ""];
const offer = (user) => ["Content-Type: application/sdp", "Content-Length: [len]", "", sdp(user)];
const contact = (user) => `Contact: <sip:${user}@[local_ip]:[local_port];transport=[transport]>`;

/** A request that begins a dialog or stands alone. `tag` only where another program must know it. */
export function opening({
  method = "INVITE",
  uri,
  to,
  from,
  tag = OWN_TAG,
  number = 1,
  user,
  headers = [],
  ...rest
}) {
  return lines([
    `${method} ${uri ?? to} SIP/2.0`,
    OWN_VIA,
    `From: ${from};tag=${tag}`,
    `To: <${to}>`,
    "Call-ID: [call_id]",
    `CSeq: ${number} ${method}`,
    contact(user),
    "Max-Forwards: 70",
    ...headers,
    ...((rest.hasOffer ?? method === "INVITE") ? offer(user) : noBody),
  ]);
}

/** CANCEL, or the ACK of a refusal: the same branch as the INVITE (RFC 3261 sections 9.1 and 17.1.1.3). */
export function closing({ method, uri, to, from, tag = OWN_TAG, number = 1 }) {
  return lines([
    `${method} ${uri ?? to} SIP/2.0`,
    "[last_Via:]",
    `From: ${from};tag=${tag}`,
    method === "CANCEL" ? `To: <${to}>` : "[last_To:]",
    "Call-ID: [call_id]",
    `CSeq: ${number} ${method}`,
    "Max-Forwards: 70",
    ...noBody,
  ]);
}

/** A request inside the dialog, by the side that called. */
export const byCaller = ({ to, from, tag = OWN_TAG, ...rest }) =>
  inDialog({ ...rest, from: ` ${from};tag=${tag}`, to: ` <${to}>[peer_tag_param]` });

/** The same by the side that was called; it needs `keepParties` on the INVITE, which keeps the space after the colon too. */
export const byCalled = ({ tag = OWN_TAG, ...rest }) =>
  inDialog({ ...rest, from: `[$called];tag=${tag}`, to: "[$caller]" });

function inDialog({ method, from, to, number, user, headers = [], body }) {
  const end = body ? [`Content-Type: ${body.type}`, "Content-Length: [len]", "", body.text] : noBody;
  return lines([
    `${method} [next_url] SIP/2.0`,
    OWN_VIA,
    "[routes]",
    `From:${from}`,
    `To:${to}`,
    "Call-ID: [call_id]",
    `CSeq: ${number} ${method}`,
    ...(method === "ACK" || method === "BYE" ? [] : [contact(user)]),
    "Max-Forwards: 70",
    ...headers,
    ...end,
  ]);
}

/** An answer to the request that came last. `user` gives it a Contact, `hasSdp` an answer to the offer. */
export function answer({
  status,
  reason,
  tag = OWN_TAG,
  user,
  hasSdp = false,
  headers = [],
  isInside = false,
}) {
  return lines([
    `SIP/2.0 ${status} ${reason}`,
    "[last_Via:]",
    "[last_From:]",
    `[last_To:]${status === 100 || isInside ? "" : `;tag=${tag}`}`,
    "[last_Call-ID:]",
    "[last_CSeq:]",
    ...(status > 100 && status < 300 && user ? ["[last_Record-Route:]", contact(user)] : []),
    ...headers,
    ...(hasSdp ? offer(user) : noBody),
  ]);
}
