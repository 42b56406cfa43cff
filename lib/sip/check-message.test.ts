import { describe, expect, test } from "vitest";
import { messageFindingCodes } from "./finding-codes";
import { readSipMessage } from "./read-message";
import { answerWith, exampleSdp, inviteWith, messageWith } from "./test-single-message";

const header = (name: string, value: string) => messageWith({ headers: { [name]: value } });
const line = (written: string) => messageWith({ lines: [written] });
const start = (written: string) => messageWith({ start: written });
const withBody = (type: string, body: string) => messageWith({ headers: { "Content-Type": type }, body });

const multipart = "--b1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b1\r\n\r\ntext\r\n";

/** Each: the code, what its range covers, and the message. */
const faults: [code: string, place: string, message: string][] = [
  ["START_LINE_MALFORMED", "hello", start("hello")],
  ["START_LINE_MALFORMED", "OPTIONS sip:bob@example.com", start("OPTIONS sip:bob@example.com")],
  ["START_LINE_MALFORMED", "OPTIONS SIP/2.0", start("OPTIONS SIP/2.0")],
  ["EXTRA_WHITESPACE_IN_START_LINE", "  ", start("OPTIONS  sip:bob@example.com SIP/2.0")],
  ["EXTRA_WHITESPACE_IN_START_LINE", "\t", start("OPTIONS sip:bob@example.com\tSIP/2.0")],
  ["EXTRA_WHITESPACE_IN_START_LINE", "  ", start("OPTIONS sip:bob@example.com SIP/2.0  ")],
  ["EXTRA_WHITESPACE_IN_START_LINE", "   ", answerWith({ start: "SIP/2.0   200 OK" })],
  ["METHOD_NOT_TOKEN", "OPT(IONS)", start("OPT(IONS) sip:bob@example.com SIP/2.0")],
  ["METHOD_UNKNOWN", "DANCE", start("DANCE sip:bob@example.com SIP/2.0")],
  ["VERSION_UNKNOWN", "SIP/3.0", start("OPTIONS sip:bob@example.com SIP/3.0")],
  ["VERSION_UNKNOWN", "SIP/1.0", answerWith({ start: "SIP/1.0 200 OK" })],
  ["VERSION_UNKNOWN", "SIP/3.0/UDP ", header("Via", "SIP/3.0/UDP 192.0.2.1;branch=z9hG4bKa")],
  ["URI_IN_ANGLE_BRACKETS", "<sip:bob@example.com>", start("OPTIONS <sip:bob@example.com> SIP/2.0")],
  ["WHITESPACE_IN_REQUEST_URI", "sip:bob@example.com; lr", start("OPTIONS sip:bob@example.com; lr SIP/2.0")],
  ["HEADERS_IN_REQUEST_URI", "?Subject=x", start("OPTIONS sip:bob@example.com?Subject=x SIP/2.0")],
  ["STATUS_OUT_OF_RANGE", "999", answerWith({ start: "SIP/2.0 999 Nobody" })],
  ["STATUS_OUT_OF_RANGE", "99", answerWith({ start: "SIP/2.0 99 Luftballons" })],
  ["STATUS_OUT_OF_RANGE", "8589934792", answerWith({ start: "SIP/2.0 8589934792 Overflow" })],
  ["REASON_SPACE_MISSING", "200", answerWith({ start: "SIP/2.0 200" })],

  ["BARE_LF", "\n", messageWith().replace("\r\n", "\n")],
  ["BARE_LF", "\n", messageWith().replaceAll("\r\n", "\n")],
  ["BARE_CR", "\r", line("Subject: one\rtwo")],
  ["NUL_BYTE", "\0", line("Subject: one\0two")],
  ["NUL_BYTE", "\0", header("From", '"A\0" <sip:alice@example.com>;tag=1')],
  ["CONTROL_CHARACTER", "\x07", line("Subject: one\x07two")],
  ["CONTROL_CHARACTER_QUOTED", "\0", header("From", '"A\\\0" <sip:alice@example.com>;tag=1')],
  ["DIRECTION_CONTROL", "\xe2\x80\xae", header("From", '"\xe2\x80\xae4321" <sip:alice@example.com>;tag=1')],
  ["MISSING_COLON", "no header", line("no header")],
  ["HEADER_NAME_NOT_TOKEN", "Bad Name", line("Bad Name: x")],
  ["CONTINUATION_WITHOUT_HEADER", " folded", messageWith().replace("\r\n", "\r\n folded\r\n")],
  ["HEADERS_NOT_ENDED", "", messageWith().slice(0, -2)],

  ["MISSING_VIA", "", messageWith({ headers: { Via: null } })],
  ["MISSING_FROM", "", messageWith({ headers: { From: null } })],
  ["MISSING_TO", "", messageWith({ headers: { To: null } })],
  ["MISSING_CALL_ID", "", messageWith({ headers: { "Call-ID": null } })],
  ["MISSING_CSEQ", "", messageWith({ headers: { CSeq: null } })],
  ["MISSING_MAX_FORWARDS", "", messageWith({ headers: { "Max-Forwards": null } })],
  ["MISSING_CONTACT", "", inviteWith({ headers: { Contact: null } })],
  ["HEADER_REPEATED", "From: <sip:eve@example.com>;tag=2", line("From: <sip:eve@example.com>;tag=2")],
  ["HEADER_REPEATED", "i: another", line("i: another")],

  ["ADDRESS_MALFORMED", "Bob sip:bob@example.com", header("To", "Bob sip:bob@example.com")],
  ["ADDRESS_MALFORMED", "nothing", line("P-Asserted-Identity: nothing")],
  ["CONTACT_NEEDS_BRACKETS", "sip:bob@example.com?a=b", line("Contact: sip:bob@example.com?a=b")],
  ["CONTACT_NEEDS_BRACKETS", "sip:a,b@example.com", header("To", "sip:a,b@example.com")],
  ["ROUTE_NEEDS_BRACKETS", "sip:example.com", line("Route: sip:example.com")],
  ["PARAMETER_OUTSIDE_BRACKETS", "user=phone", header("To", "sip:bob@example.com;user=phone")],
  ["DISPLAY_NAME_NEEDS_QUOTES", "Bell, A.", header("To", "Bell, A. <sip:bob@example.com>")],
  ["DISPLAY_NAME_NEEDS_QUOTES", '"Bob" Bell', header("To", '"Bob" Bell <sip:bob@example.com>')],
  ["UNTERMINATED_QUOTE", '"Mr. Bob', header("To", '"Mr. Bob <sip:bob@example.com>')],
  ["UNTERMINATED_QUOTE", 'x="y', header("To", '<sip:bob@example.com>;x="y')],
  ["UNTERMINATED_BRACKET", "sip:bob@example.com", header("To", "<sip:bob@example.com")],
  ["UNTERMINATED_BRACKET", "2001:db8::1", header("To", "<sip:bob@[2001:db8::1>")],
  ["WHITESPACE_IN_URI", "sip:bob@example.com", header("To", "< sip:bob@example.com >")],
  ["WHITESPACE_IN_URI", "sip:bob @example.com", header("To", "<sip:bob @example.com>")],
  ["URI_MALFORMED", "bob", header("To", "<bob>")],
  ["URI_MALFORMED", "@", header("To", "<sip:@example.com>")],
  ["UNKNOWN_SCHEME", "shout", header("To", "<shout:bob>")],
  ["UNKNOWN_SCHEME", "shout", start("OPTIONS shout:bob SIP/2.0")],
  ["URI_CHARACTER_NOT_ESCAPED", "b^b", header("To", "<sip:b^b@example.com>")],
  ["URI_CHARACTER_NOT_ESCAPED", "bob@home", header("To", "<sip:bob@home@example.com>")],
  ["ESCAPE_MALFORMED", "%", header("To", "<sip:b%zzb@example.com>")],
  ["ESCAPED_NUL", "%00", header("To", "<sip:b%00b@example.com>")],
  ["HOST_MALFORMED", "-example.com", header("To", "<sip:bob@-example.com>")],
  ["HOST_MALFORMED", "192.0.2.256", header("To", "<sip:bob@192.0.2.256>")],
  ["HOST_MALFORMED", "", header("To", "<sip:bob@>")],
  ["IPV6_WITHOUT_BRACKETS", "2001:db8::1", header("To", "<sip:bob@2001:db8::1>")],
  ["PORT_OUT_OF_RANGE", ":65536", header("To", "<sip:bob@example.com:65536>")],
  ["PORT_OUT_OF_RANGE", ":", header("To", "<sip:bob@example.com:>")],
  ["PORT_OUT_OF_RANGE", ":x", header("Via", "SIP/2.0/UDP 192.0.2.1:x;branch=z9hG4bKa")],
  ["URI_PARAMETER_UNKNOWN", "zig=zag", header("To", "<sip:bob@example.com;zig=zag>")],
  ["URI_HEADERS", "?Route=x", line("Contact: <sip:bob@example.com?Route=x>")],
  ["EMPTY_PARAMETER", ";", header("Via", "SIP/2.0/UDP 192.0.2.1;;branch=z9hG4bKa")],
  ["EMPTY_PARAMETER", ";", header("To", "<sip:bob@example.com>;")],
  ["PARAMETER_MALFORMED", "tag=a b", header("To", "<sip:bob@example.com>;tag=a b")],
  ["PARAMETER_MALFORMED", "junk", header("To", "<sip:bob@example.com>junk;tag=a")],
  ["PARAMETER_MALFORMED", "q=2", line("Contact: <sip:bob@example.com>;q=2")],
  ["PARAMETER_REPEATED", "tag=b", header("To", "<sip:bob@example.com>;tag=a;tag=b")],
  ["EMPTY_VALUE", "", line("Contact: <sip:a@example.com>,,<sip:b@example.com>")],
  ["EMPTY_VALUE", "", header("From", "")],
  ["TEL_WITHOUT_CONTEXT", "tel:5550100", header("To", "<tel:5550100>")],
  ["TEL_NUMBER_MALFORMED", "+1202555O100", header("To", "<tel:+1202555O100>")],
  ["MISSING_FROM_TAG", "<sip:alice@example.com>", header("From", "<sip:alice@example.com>")],
  ["MISSING_TO_TAG", "<sip:bob@example.com>", answerWith({ headers: { To: "<sip:bob@example.com>" } })],
  ["CONTACT_STAR_MISUSED", "*", line("Contact: *")],
  ["STRICT_ROUTE", "sip:example.com", line("Record-Route: <sip:example.com>")],

  ["VIA_MALFORMED", "example.com", header("Via", "example.com")],
  ["TRANSPORT_UNKNOWN", "SIP/2.0/PIGEON ", header("Via", "SIP/2.0/PIGEON 192.0.2.1;branch=z9hG4bKa")],
  ["BRANCH_MISSING", "SIP/2.0/UDP 192.0.2.1", header("Via", "SIP/2.0/UDP 192.0.2.1")],
  ["BRANCH_WITHOUT_COOKIE", "a1", header("Via", "SIP/2.0/UDP 192.0.2.1;branch=a1")],
  ["BRANCH_EMPTY", "z9hG4bK", header("Via", "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK")],
  ["VIA_BROADCAST", "255.255.255.255", header("Via", "SIP/2.0/UDP 255.255.255.255;branch=z9hG4bKa")],
  ["VIA_BROADCAST", "224.0.1.75", header("Via", "SIP/2.0/UDP 224.0.1.75:5060;branch=z9hG4bKa")],

  ["CSEQ_MALFORMED", "OPTIONS", header("CSeq", "OPTIONS")],
  ["METHOD_MISMATCH", "INVITE", header("CSeq", "1 INVITE")],
  ["METHOD_MISMATCH", "XOPTIONS", header("CSeq", "1 XOPTIONS")],
  ["SCALAR_OVERFLOW", "2147483648", header("CSeq", "2147483648 OPTIONS")],
  ["SCALAR_OVERFLOW", "256", header("Max-Forwards", "256")],
  ["SCALAR_OVERFLOW", "4294967296", line("Expires: 4294967296")],
  ["SCALAR_OVERFLOW", "4294967296", line("Contact: <sip:bob@example.com>;expires=4294967296")],
  ["NUMBER_MALFORMED", "many", header("Max-Forwards", "many")],
  ["NUMBER_MALFORMED", "-1", line("Expires: -1")],
  ["MAX_FORWARDS_ZERO", "0", header("Max-Forwards", "0")],
  ["CALL_ID_MALFORMED", "a b", header("Call-ID", "a b")],
  ["CALL_ID_MALFORMED", "a@b@c", header("Call-ID", "a@b@c")],
  ["DATE_MALFORMED", "Sat, 32 Nov 2010 23:29:00 GMT", line("Date: Sat, 32 Nov 2010 23:29:00 GMT")],
  ["DATE_MALFORMED", "2010-11-13", line("Date: 2010-11-13")],
  ["DATE_NOT_GMT", "Sat, 13 Nov 2010 23:29:00 CET", line("Date: Sat, 13 Nov 2010 23:29:00 CET")],
  ["DATE_WEEKDAY_WRONG", "Mon, 13 Nov 2010 23:29:00 GMT", line("Date: Mon, 13 Nov 2010 23:29:00 GMT")],
  ["WARNING_MALFORMED", '3071 example.com "x"', line('Warning: 3071 example.com "x"')],
  ["AUTH_MALFORMED", 'realm="x"', line('Authorization: realm="x"')],
  ["AUTH_SCHEME_UNKNOWN", "Handshake", line("Authorization: Handshake x=y")],
  ["DIGEST_INCOMPLETE", 'Digest realm="x"', line('WWW-Authenticate: Digest realm="x"')],
  ["UNTERMINATED_QUOTE", 'nonce="y', line('WWW-Authenticate: Digest realm="x", nonce="y')],
  ["OPTION_UNKNOWN", "telepathy", line("Require: timer, telepathy")],

  ["CONTENT_LENGTH_TOO_LARGE", "1", header("Content-Length", "1")],
  ["CONTENT_LENGTH_TOO_SMALL", "trailing", `${messageWith()}trailing`],
  ["CONTENT_LENGTH_NEGATIVE", "-5", header("Content-Length", "-5")],
  ["CONTENT_LENGTH_MALFORMED", "ten", header("Content-Length", "ten")],
  ["CONTENT_LENGTH_CONFLICT", "7", line("Content-Length: 7")],
  ["BODY_MISSING", "application/sdp", line("Content-Type: application/sdp")],
  ["CONTENT_TYPE_MISSING", "body", messageWith({ body: "body" })],
  ["CONTENT_TYPE_MALFORMED", "sdp", withBody("sdp", "body")],
  ["CONTENT_TYPE_UNKNOWN", "application/telepathy", withBody("application/telepathy", "body")],
  ["ACCEPT_WITHOUT_SDP", "text/plain", inviteWith({ lines: ["Accept: text/plain"] })],
  ["MULTIPART_BOUNDARY_MISSING", "multipart/mixed", withBody("multipart/mixed", multipart)],
  ["MULTIPART_NOT_CLOSED", "", withBody("multipart/mixed;boundary=b1", multipart)],
  ["SDP_MALFORMED", "m audio", withBody("application/sdp", `${exampleSdp}m audio\r\n`)],
  ["SDP_MALFORMED", "o=first", withBody("application/sdp", "o=first\r\nv=0\r\n")],
];

describe("what is odd about a message", () => {
  test.each(faults)("%s at %j", (code, place, text) => {
    const { findings } = readSipMessage(text);
    const told = findings.filter((one) => one.code === code);
    expect(told.map(({ range }) => text.slice(range.start, range.end))).toContain(place);
  });

  test("every code but those of streams and limits is shown here", () => {
    const shown = new Set(faults.map(([code]) => code));
    const elsewhere = ["CONTENT_LENGTH_MISSING", "TOO_MANY_HEADERS", "TOO_MANY_FINDINGS"];
    expect(messageFindingCodes.filter((code) => !shown.has(code))).toEqual(
      messageFindingCodes.filter((code) => elsewhere.includes(code)),
    );
  });
});

const goodValues: [name: string, value: string][] = [
  ["To", "sip:bob@example.com"],
  ["To", "sip:bob@example.com;tag=a"],
  ["To", 'Bob  B.   Bell\t<sip:bob@example.com>;tag = "a b"'],
  ["To", '"J Rosenberg \\\\\\"" <sip:bob@example.com> ; tag = a'],
  ["To", '"<sip:eve@example.com>, \\"x\\"" <sip:bob@example.com>'],
  ["To", '"\xd0\x90\xd0\xbd\xd0\xb0" <sip:bob@example.com>'],
  ["To", "<sip:b;par=u%40example.net@example.com>"],
  ["To", "<sip:1_unusual~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1@example.com>"],
  ["To", "<sip:bob:secret@[2001:db8::9:1]:5061;transport=tcp;lr>"],
  ["To", "<sips:example.com.>"],
  ["To", "<tel:+1-202-555-0123;ext=12;isub=3>"],
  ["To", "<tel:5550100;phone-context=example.com>"],
  ["To", "<sip:+12025550123;npdi;rn=+12025550100;cic=+1-0199@example.com;user=phone>"],
  ["To", "<sip:bob@example.com>\r\n ;\r\n tag=a"],
  ["Via", "SIP / 2.0\r\n / UDP\r\n  192.0.2.2 : 5060 ;branch = z9hG4bKa"],
  ["Via", "SIP/2.0/TLS [2001:db8::1]:5061;branch=z9hG4bKa;received=2001:db8::2;rport=5"],
  ["Via", "SIP/2.0/UDP a.example.com;branch=z9hG4bKa, SIP/2.0/TCP b.example.com;branch=z9hG4bKb"],
  [
    "Contact",
    '"A, B" <sip:a@example.com>;q=0.7;+sip.instance="<urn:uuid:0>", <sip:b@example.com>;expires=60',
  ],
  ["Call-ID", "w%ZK-!.*_+'@word`~)(><:\\/\"][?}{"],
  ["CSeq", "0009\r\n  OPTIONS"],
  ["Max-Forwards", "0068"],
  ["Expires", "4294967295"],
  ["Session-Expires", "1800;refresher=uac"],
  ["Retry-After", "120 (in a meeting);duration=60"],
  ["Date", "Sat, 13 Nov 2010 23:29:00 GMT"],
  ["Warning", '307 example.com "not \\"understood\\"", 301 192.0.2.1:5060 "x"'],
  ["Subject", ""],
  ["Subject", '"unbalanced and free'],
  ["X-Odd", ";;,,;;,;"],
  ["X-Odd", "\xef\xbb\xbf\xe5\xa4\xa7"],
  ["Supported", ""],
  ["Require", "100rel, Timer"],
  ["Route", "<sip:192.0.2.1;lr>, <sip:example.com:5060;lr;ftag=a1>"],
  ["History-Info", "<sip:bob@example.com>;index=1, <sip:carol@example.com>;index=1.1;rc=1"],
  ["Diversion", "<sip:+12025550101@example.com>;reason=unconditional;counter=1;privacy=off"],
  [
    "Authorization",
    'Digest username="bob", realm="a, b", nonce="84a4", uri="sip:example.com", response="77", algorithm=MD5, qop=auth, nc=00000001',
  ],
  ["Proxy-Authenticate", 'Digest realm="example.com",\r\n nonce="84a4", stale=FALSE'],
];

describe("what is usual, or only unusual", () => {
  test.each(goodValues)("%s: %s is not broken", (name, value) => {
    const { findings } = readSipMessage(header(name, value));
    expect(findings).toEqual([]);
  });

  test.each([
    ["an OPTIONS", messageWith()],
    [
      "an INVITE with a session",
      inviteWith({ headers: { "Content-Type": "application/sdp" }, body: exampleSdp }),
    ],
    ["an answer", answerWith()],
    [
      "a provisional answer without a tag",
      answerWith({ start: "SIP/2.0 100 Trying", headers: { To: "<sip:b@example.com>" } }),
    ],
    [
      "a removal of all contacts",
      messageWith({
        start: "REGISTER sip:example.com SIP/2.0",
        headers: { CSeq: "1 REGISTER", Contact: "*", Expires: "0" },
      }),
    ],
    ["a multipart", withBody("multipart/mixed; boundary=b1", `${multipart}--b1--\r\n`)],
    [
      "a session that its length cuts off",
      messageWith({ headers: { "Content-Type": "application/sdp" }, body: "v=0\r\ns=a" }),
    ],
  ])("%s has no finding", (_, text) => {
    expect(readSipMessage(text).findings).toEqual([]);
  });
});

describe("many oddities", () => {
  test("are listed up to a limit, which is told once", () => {
    const { findings } = readSipMessage(line(`Contact: ${",".repeat(1_000)}`));
    expect(findings).toHaveLength(201);
    expect(findings.filter(({ code }) => code === "TOO_MANY_FINDINGS")).toHaveLength(1);
  });
});
