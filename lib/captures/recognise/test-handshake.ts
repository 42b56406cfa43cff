// Handshakes of TLS that only tests need, built byte by byte.
import { fromHex } from "../test-media";

/** Made for these tests: O=Example, CN=proxy.example.com. */
export const certificate = Buffer.from(
  "MIIB4jCCAYigAwIBAgIUFRwqTLGYtZRlpNvZqMhhJ1cKa+EwCgYIKoZIzj0EAwIwLjEQMA4GA1UECgwHRXhhbXBsZTEaMBgGA1UEAwwRcHJveHkuZXhhbXBs" +
    "ZS5jb20wHhcNMjYxMTIzMjExMjMyWhcNMzYxMTIwMjExMjMyWjAuMRAwDgYDVQQKDAdFeGFtcGxlMRowGAYDVQQDDBFwcm94eS5leGFtcGxlLmNvbTBZMBMG" +
    "ByqGSM49AgEGCCqGSM49AwEHA0IABEcd3pXWzfMubEAZr9f1VyFrYbwsXyjR3G/rrQn/Srol5LFsZWIp5x0h3CHnQPNi0pT9cPHh1QkAaoRXNlDs+R6jgYMw" +
    "gYAwHQYDVR0OBBYEFPEY6fUybJ2g71g5dEld+9uv+0KhMB8GA1UdIwQYMBaAFPEY6fUybJ2g71g5dEld+9uv+0KhMA8GA1UdEwEB/wQFMAMBAf8wLQYDVR0R" +
    "BCYwJIIRcHJveHkuZXhhbXBsZS5jb22CD3NpcC5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNIADBFAiEA7b2wIhuh2AG7YxH5oxKISF9mWyxWYLXwqJybrSd5" +
    "8UACIFlZwRpIyN5+yf+UG0/4UXwWKCke4I8XRsjm2vf7mKG6",
  "base64",
);

export function extension(type: number, data: Uint8Array): Buffer {
  return Buffer.concat([number16(type), number16(data.length), data]);
}

export function serverNameExtension(name: string): Buffer {
  const host = Buffer.from(name, "latin1");
  return extension(0, Buffer.concat([number16(host.length + 3), fromHex("00"), number16(host.length), host]));
}

/** Body of a ClientHello of TLS 1.2 with one cipher; `cookie` is DTLS's field, empty there and absent in TLS. */
export function clientHello(extensions: readonly Uint8Array[], version = "0303", cookie = ""): Buffer {
  return Buffer.concat([
    fromHex(`${version} ${"11".repeat(32)} 00 ${cookie} 0002 c02f 01 00`),
    extensionsOf(extensions),
  ]);
}

export function serverHello(cipher: string, extensions: readonly Uint8Array[], version = "0303"): Buffer {
  return Buffer.concat([fromHex(`${version} ${"22".repeat(32)} 00 ${cipher} 00`), extensionsOf(extensions)]);
}

export function certificateMessage(der: Uint8Array): Buffer {
  return Buffer.concat([number24(der.length + 3), number24(der.length), der]);
}

export function handshake(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(type), number24(body.length), body]);
}

export function record(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(type, 3, 3), number16(body.length), body]);
}

function extensionsOf(extensions: readonly Uint8Array[]): Buffer {
  const all = Buffer.concat(extensions);
  return Buffer.concat([number16(all.length), all]);
}

export function number16(number: number): Buffer {
  return Buffer.of(number >> 8, number & 0xff);
}

export function number24(number: number): Buffer {
  return Buffer.of(number >> 16, (number >> 8) & 0xff, number & 0xff);
}
