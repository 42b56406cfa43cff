import "reflect-metadata";
import { expect, it, test } from "vitest";
import { readCertificates } from "./certificates";
import { authority, carrierName, certificate, rootName } from "./test-passports";

it("shows what a certificate is for", async () => {
  const pem = (
    await certificate({ numbers: [{ spc: "999X" }, { start: "12025550100", count: 100 }] })
  ).toString("pem");
  const { certificates, faults } = readCertificates(pem);
  expect(faults).toEqual([]);
  expect(certificates[0]).toMatchObject({
    subject: carrierName,
    issuer: rootName,
    validFrom: new Date("2020-01-01T00:00:00Z"),
    validUntil: new Date("2040-01-01T00:00:00Z"),
    isAuthority: false,
    canSignCalls: true,
    numbers: { providers: ["999X"], ranges: [{ start: "12025550100", count: 100 }], numbers: [] },
    pem,
  });
  expect(certificates[0]?.sha256).toMatch(/^[\da-f]{64}$/);
});

it("reads several of one text, each once, with anything around them", async () => {
  const [leaf, root] = [(await certificate()).toString("pem"), (await authority()).toString("pem")];
  const text = `Subject: somebody\n${leaf}\nnotes\r\n${root.replaceAll("\n", "\r\n")}\n${leaf}`;
  const { certificates, faults } = readCertificates(text);
  expect(certificates.map(({ subject }) => subject)).toEqual([carrierName, rootName]);
  expect(faults).toEqual([]);
});

it("reads one as bare base64", async () => {
  const bare = (await certificate()).toString("base64");
  expect(readCertificates(`\n${bare}\n`).certificates.map(({ subject }) => subject)).toEqual([carrierName]);
});

test.each([
  ["", []],
  ["  \n", []],
  ["hello", [{ code: "NO_CERTIFICATE_FOUND" }]],
  ["MIIBAAAA", [{ code: "CERTIFICATE_UNREADABLE", place: 1 }]],
  [
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    [{ code: "CERTIFICATE_UNREADABLE", place: 1 }],
  ],
  [
    "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----",
    [{ code: "NO_CERTIFICATE_FOUND" }, { code: "PRIVATE_KEY_FOUND" }],
  ],
])("%j gives no certificate and the faults %j", (text, faults) => {
  expect(readCertificates(text)).toEqual({ certificates: [], faults });
});

it("stops at fifty", () => {
  const { faults } = readCertificates(
    "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n".repeat(60),
  );
  expect(faults.filter(({ code }) => code === "CERTIFICATE_UNREADABLE").length).toBe(50);
  expect(faults).toContainEqual({ code: "TOO_MANY_CERTIFICATES" });
});
