import "reflect-metadata";
import { createECDH, createHash } from "node:crypto";
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { CompactSign } from "jose";
import { NUMBER_LIST_OID } from "./certificate/number-list";

export type KeyPair = { privateKey: CryptoKey; publicKey: CryptoKey };

/** A P-256 key that is the same in every run for one name. Worth nothing: everybody can make it. */
export async function testKey(name: string): Promise<KeyPair> {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(createHash("sha256").update(`test key of ${name}`).digest());
  const point = ecdh.getPublicKey();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const secret = { ...jwk, d: ecdh.getPrivateKey().toString("base64url") };
  return {
    privateKey: await crypto.subtle.importKey("jwk", secret, algorithm, true, ["sign"]),
    publicKey: await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"]),
  };
}

/** Entries of a TNAuthList (RFC 8226 section 9). */
export type NumberEntry = { spc: string } | { one: string } | { start: string; count: number };

export type CertificateWish = {
  subject?: string;
  issuer?: string;
  /** Names of the keys: the certified one and the one that signs. */
  key?: string;
  publicKey?: CryptoKey;
  signedBy?: string;
  notBefore?: Date;
  notAfter?: Date;
  /** Entries of the number list; the bytes of a broken one; or none at all. */
  numbers?: NumberEntry[] | Uint8Array | "none";
  isAuthority?: boolean;
  pathLength?: number;
  usages?: KeyUsageFlags;
};

export const rootName = "CN=Example STI Root";
export const carrierName = "CN=SHAKEN 999X";
const longBefore = new Date("2020-01-01T00:00:00Z");
const longAfter = new Date("2040-01-01T00:00:00Z");

export async function certificate(wish: CertificateWish = {}): Promise<X509Certificate> {
  const { numbers = [{ spc: "999X" }], isAuthority = false } = wish;
  const signer = await testKey(wish.signedBy ?? "root");
  return X509CertificateGenerator.create({
    serialNumber: "01",
    subject: wish.subject ?? carrierName,
    issuer: wish.issuer ?? rootName,
    notBefore: wish.notBefore ?? longBefore,
    notAfter: wish.notAfter ?? longAfter,
    publicKey: wish.publicKey ?? (await testKey(wish.key ?? "carrier")).publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
    extensions: [
      new BasicConstraintsExtension(isAuthority, wish.pathLength, true),
      ...(wish.usages === undefined ? [] : [new KeyUsagesExtension(wish.usages, true)]),
      ...(numbers === "none" ? [] : [new Extension(NUMBER_LIST_OID, false, numberList(numbers))]),
    ],
  });
}

/** The root, or an authority below it. */
export function authority(wish: CertificateWish = {}): Promise<X509Certificate> {
  return certificate({
    subject: rootName,
    key: "root",
    numbers: "none",
    isAuthority: true,
    usages: KeyUsageFlags.keyCertSign,
    ...wish,
  });
}

/** Carrier and root, as a person uploads them. */
export async function carrierAndRoot(wish: CertificateWish = {}): Promise<string[]> {
  return [(await certificate(wish)).toString("pem"), (await authority()).toString("pem")];
}

export function numberList(entries: NumberEntry[] | Uint8Array): Uint8Array<ArrayBuffer> {
  if (entries instanceof Uint8Array) return new Uint8Array(entries);
  return new Uint8Array(der(0x30, Buffer.concat(entries.map(entryBytes))));
}

function entryBytes(entry: NumberEntry): Buffer {
  if ("spc" in entry) return der(0xa0, der(0x16, Buffer.from(entry.spc)));
  if ("one" in entry) return der(0xa2, der(0x16, Buffer.from(entry.one)));
  const count = der(0x02, Buffer.from([entry.count >> 8, entry.count & 0xff]));
  return der(0xa1, der(0x30, Buffer.concat([der(0x16, Buffer.from(entry.start)), count])));
}

function der(tag: number, contents: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, contents.length]), contents]);
}

export const CERTIFICATE_ADDRESS = "https://certificates.example.com/carrier.pem";

/** Instant of the call in seconds; the scenarios begin then. */
export const CALL_SECONDS = Date.UTC(2026, 2, 3, 21, 14, 5) / 1000;

export const shakenHeader = { alg: "ES256", ppt: "shaken", typ: "passport", x5u: CERTIFICATE_ADDRESS };
export const shakenClaims = {
  attest: "A",
  dest: { tn: ["12025550177"] },
  iat: CALL_SECONDS - 2,
  orig: { tn: "12025550143" },
  origid: "123e4567-e89b-42d3-a456-426655440000",
};

type Wish = { header?: object; claims?: object; key?: string };

/** A signed PASSporT: shaken, attestation A, from +12025550143 to +12025550177, two seconds before the call. */
export async function passport({ header = shakenHeader, claims = shakenClaims, key = "carrier" }: Wish = {}) {
  const { privateKey } = await testKey(key);
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "ES256", ...header })
    .sign(privateKey);
}

/** The same token with other header or claims under the old signature. */
export function altered(
  token: string,
  change: { header?: (header: object) => object; claims?: (claims: object) => object },
) {
  const [head = "", payload = "", signature = ""] = token.split(".");
  const edited = (part: string, edit: ((value: object) => object) | undefined) =>
    edit ? Buffer.from(JSON.stringify(edit(decoded(part)))).toString("base64url") : part;
  return [edited(head, change.header), edited(payload, change.claims), signature].join(".");
}

function decoded(part: string): object {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}
