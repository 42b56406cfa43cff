import { expect, test } from "vitest";
import { findSip, isStartLine, nextStartLine } from "./recognise";

const invite = "INVITE sip:theo@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10\r\n\r\n";

test.each([
  ["a request", invite, 0],
  ["a status line", "SIP/2.0 180 Ringing\r\nVia: x\r\n\r\n", 0],
  ["a method that nobody has registered", "NEWMETHOD sip:theo@example.com SIP/2.0\r\n\r\n", 0],
  ["a method of odd but allowed letters", "!odd-Method%* sip:theo@example.com SIP/2.0\r\n\r\n", 0],
  ["a version of the future", "OPTIONS sip:theo@example.com SIP/7.0\r\n\r\n", 0],
  ["a status far out of range", "SIP/2.0 4294967301 Better not\r\n\r\n", 0],
  ["too many spaces", "INVITE  sip:theo@example.com  SIP/2.0  \r\n\r\n", 0],
  ["a request line without its version", "INVITE sip:theo@example.com\r\nVia: x\r\n\r\n", 0],
  ["a request line that the capture cut off", "REGISTER sip:exam", 0],
  ["line feeds alone", "ACK sip:theo@example.com SIP/2.0\nVia: x\n\n", 0],
  ["a keep-alive before it", `\r\n\r\n${invite}`, 4],
  ["a NUL before it", `\0${invite}`, 1],
  ["bytes of something else before it", `\x01\x02\xff${invite}`, 3],
  ["an HTTP request", "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n", -1],
  ["an HTTP answer", "HTTP/1.1 200 OK\r\n\r\n", -1],
  ["RTSP", "OPTIONS rtsp://example.com/ RTSP/1.0\r\n\r\n", -1],
  ["a keep-alive alone", "\r\n\r\n", -1],
  ["a Via by itself", "Via: SIP/2.0/UDP 192.0.2.10\r\n\r\n", -1],
  ["words about a message", "we got SIP/2.0 from there", -1],
  ["nothing", "", -1],
])("%s begins where it begins", (_, text, place) => {
  expect(findSip(text)).toBe(place);
});

test("the next message of a stream is found behind the rest of another", () => {
  const text = `a=sendrecv\r\n${invite}`;
  expect(nextStartLine(text, 1)).toBe(12);
  expect(nextStartLine(text, 13)).toBe(-1);
});

test("a Via that names the version is no start line", () => {
  expect(nextStartLine("x\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=1\r\nTo: <sip:SIP/2.0@x>\r\n", 0)).toBe(-1);
  expect(isStartLine("Via: SIP/2.0", 0)).toBe(false);
});

test("a long text of almost-versions takes no time to speak of", () => {
  const text = "INVITE sip:SIP/2.0 ".repeat(20_000);
  const begun = performance.now();
  findSip(text);
  nextStartLine(text, 1);
  expect(performance.now() - begun).toBeLessThan(500);
});
