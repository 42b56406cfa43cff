import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate for <name>.example.test that vouches for itself; key and certificate in one file, as baresip wants it. */
export function makeCertificate(folder, name) {
  const [key, certificate, both] = ["key", "crt", "pem"].map((end) => join(folder, `${name}.${end}`));
  const subject = `/O=Example Phones/CN=${name}.example.test`;
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", subject];
  const names = ["-addext", `subjectAltName=DNS:${name}.example.test`];
  execFileSync("openssl", [...made, ...names, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  writeFileSync(both, readFileSync(key, "utf8") + readFileSync(certificate, "utf8"));
  return both;
}

const settings = `openssl_conf = start
[start]
ssl_conf = protocols
[protocols]
system_default = versions
[versions]
MinProtocol = TLSv1.2
MaxProtocol = TLSv1.2
`;

/** The environment for a program that must not use TLS 1.3, which hides the certificate. */
export function onlyTls12(folder) {
  const file = join(folder, "openssl.cnf");
  writeFileSync(file, settings);
  return { OPENSSL_CONF: file };
}
