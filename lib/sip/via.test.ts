import { describe, expect, test } from "vitest";
import { readVia } from "./via";

describe("a Via", () => {
  test.each([
    [
      "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa",
      { protocol: "SIP/2.0", transport: "UDP", host: "192.0.2.1", port: 5060, branch: "z9hG4bKa" },
    ],
    ["SIP/2.0/tls edge.example.com", { transport: "TLS", host: "edge.example.com", branch: undefined }],
    [
      "SIP / 2.0\r\n / TCP     a.example.com : 5070  ;\r\n  branch  =   z9hG4bKa",
      { protocol: "SIP/2.0", transport: "TCP", host: "a.example.com", port: 5070, branch: "z9hG4bKa" },
    ],
    [
      "SIP/2.0/UDP [2001:db8::1]:5062;received=[2001:db8::2]",
      { host: "2001:db8::1", port: 5062, received: "2001:db8::2" },
    ],
    [
      "SIP/2.0/UDP 2001:db8:0:0:0:0:0:1:5060;received=2001:db8::2",
      { host: "2001:db8:0:0:0:0:0:1", port: 5060, received: "2001:db8::2" },
    ],
    ["SIP/2.0/UDP 192.0.2.1;rport", { host: "192.0.2.1", rport: "" }],
    ["SIP/2.0/UDP 192.0.2.1;rport=4000;received=198.51.100.1", { rport: "4000", received: "198.51.100.1" }],
    ["nonsense", { protocol: "", transport: "", host: "nonsense" }],
    ["", { protocol: "", transport: "", host: "" }],
  ])("%j", (text, parts) => {
    expect(readVia(text)).toMatchObject(parts);
  });
});
