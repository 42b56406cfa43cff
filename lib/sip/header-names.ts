/** How a header is written: whether its value is a list parted by commas, and whether it may stand only once. */
type HeaderForm = { name: string; isList: boolean; isUnique: boolean };

/** Section 7.3.3 of RFC 3261, and the RFCs that added a letter (3515, 3841, 3892, 4028, 4474, 6665, 8224). */
const compactNames: Record<string, string> = {
  a: "Accept-Contact",
  b: "Referred-By",
  c: "Content-Type",
  d: "Request-Disposition",
  e: "Content-Encoding",
  f: "From",
  i: "Call-ID",
  j: "Reject-Contact",
  k: "Supported",
  l: "Content-Length",
  m: "Contact",
  n: "Identity-Info",
  o: "Event",
  r: "Refer-To",
  s: "Subject",
  t: "To",
  u: "Allow-Events",
  v: "Via",
  x: "Session-Expires",
  y: "Identity",
};

/** Values parted by commas (RFC 3261 section 7.3.1 and the grammar of each header). */
const lists = [
  "Accept",
  "Accept-Contact",
  "Accept-Encoding",
  "Accept-Language",
  "Alert-Info",
  "Allow",
  "Allow-Events",
  "Call-Info",
  "Contact",
  "Content-Encoding",
  "Content-Language",
  "Diversion",
  "Error-Info",
  "Geolocation",
  "History-Info",
  "In-Reply-To",
  "P-Asserted-Identity",
  "P-Associated-URI",
  "P-Called-Party-ID",
  "P-Preferred-Identity",
  "P-Visited-Network-ID",
  "Path",
  "Permission-Missing",
  "Proxy-Require",
  "Reason",
  "Record-Route",
  "Reject-Contact",
  "Remote-Party-ID",
  "Request-Disposition",
  "Require",
  "Route",
  "Security-Client",
  "Security-Server",
  "Security-Verify",
  "Service-Route",
  "Supported",
  "Trigger-Consent",
  "Unsupported",
  "User-to-User",
  "Via",
  "Warning",
];

const unique = [
  "Call-ID",
  "Content-Disposition",
  "Content-Length",
  "Content-Type",
  "CSeq",
  "Date",
  "Event",
  "Expires",
  "From",
  "Max-Forwards",
  "MIME-Version",
  "Min-Expires",
  "Min-SE",
  "Organization",
  "P-Charging-Vector",
  "Priority",
  "Privacy",
  "RAck",
  "Refer-To",
  "Referred-By",
  "Replaces",
  "Reply-To",
  "Retry-After",
  "RSeq",
  "Server",
  "Session-Expires",
  "Session-ID",
  "SIP-ETag",
  "SIP-If-Match",
  "Subject",
  "Subscription-State",
  "Target-Dialog",
  "Timestamp",
  "To",
  "User-Agent",
];

const others = [
  "Authentication-Info",
  "Authorization",
  "Content-Transfer-Encoding",
  "Encryption",
  "Flow-Timer",
  "Hide",
  "Identity",
  "Identity-Info",
  "Info-Package",
  "Join",
  "P-Access-Network-Info",
  "P-Charging-Function-Addresses",
  "P-Early-Media",
  "P-Media-Authorization",
  "P-Served-User",
  "P-Profile-Key",
  "Proxy-Authenticate",
  "Proxy-Authentication-Info",
  "Proxy-Authorization",
  "Recv-Info",
  "Refer-Sub",
  "Resource-Priority",
  "Suppress-If-Match",
  "WWW-Authenticate",
  "X-CID",
];

const forms = new Map<string, HeaderForm>();
for (const name of [...lists, ...unique, ...others]) {
  const form = { name, isList: lists.includes(name), isUnique: unique.includes(name) };
  for (const spelling of [name, name.toLowerCase()]) forms.set(spelling, form);
}
for (const [letter, name] of Object.entries(compactNames)) {
  const form = forms.get(name);
  if (form) for (const spelling of [letter, letter.toUpperCase()]) forms.set(spelling, form);
}

/** Rules of a header by any spelling of its name; none for a header that no RFC here names. */
export function headerForm(name: string): HeaderForm | undefined {
  return forms.get(name) ?? forms.get(name.toLowerCase());
}

/** Names in their usual spelling, by first letter and length, so that most are known without cutting them out. */
const namesByLook: string[][] = [];
for (const name of [...lists, ...unique, ...others]) {
  const look = lookOf(name.charCodeAt(0), name.length);
  namesByLook[look] = [...(namesByLook[look] ?? []), name];
}

function lookOf(letter: number, length: number): number {
  return length * 32 + (letter & 31);
}

/** The usual spelling of the header's name that fills a place of a text; an unknown one as written. */
export function headerNameAt(text: string, start: number, end: number): string {
  const names = namesByLook[lookOf(text.charCodeAt(start), end - start)];
  if (names) for (const name of names) if (text.startsWith(name, start)) return name;
  return usualHeaderName(text.slice(start, end));
}

/** The usual spelling of a header's name ("Via" for "v" and "VIA"); an unknown one as written. */
export function usualHeaderName(name: string): string {
  return headerForm(name)?.name ?? name;
}
