import "reflect-metadata";
import { KeyUsageFlags } from "@peculiar/x509";
import { describe, expect, it, test } from "vitest";
import type { CallOptions } from "@/lib/sip/scenario/call-scenario";
import { aCaller } from "@/lib/sip/scenario/cast";
import { SCENARIO_START } from "@/lib/sip/scenario/script";
import { shakenCall } from "@/lib/sip/scenario/shaken-call";
import { callWith, outcomeOf, troubles, verdictOn } from "../test-callers";
import {
  altered,
  authority,
  CALL_SECONDS,
  type CertificateWish,
  carrierAndRoot,
  certificate,
  passport,
  shakenClaims,
  shakenHeader,
} from "../test-passports";
import { type PassportReport, passportSteps } from "../verdict";

type Given = { token?: string; certificates?: string[]; info?: string } & CallOptions;

async function reportOn({ token, certificates, ...options }: Given = {}): Promise<PassportReport> {
  const call = shakenCall({ passport: token ?? (await passport()), ...options });
  const { passports } = await verdictOn(call, { certificates: certificates ?? (await carrierAndRoot()) });
  return passports[0] as PassportReport;
}

it("a call signed by a carrier whose root was uploaded passes every step, in their order", async () => {
  const report = await reportOn();
  expect(troubles(report)).toEqual([]);
  expect(report.checks.map(({ step }) => step)).toEqual([...passportSteps]);
  expect(report).toMatchObject({
    result: "verified",
    signer: "999X",
    attestation: "A",
    origin: "12025550143",
    destinations: ["12025550177"],
    issuedAt: CALL_SECONDS - 2,
    originId: shakenClaims.origid,
  });
});

describe("a changed token fails, and exactly where it was changed", () => {
  const broken = "signature failed SIGNATURE_DOES_NOT_FIT";
  test.each<[string, Parameters<typeof altered>[1], string[]]>([
    [
      "another caller",
      { claims: (c) => ({ ...c, orig: { tn: "12025550144" } }) },
      ["origin failed ORIGIN_DIFFERS_FROM_FROM"],
    ],
    ["no caller", { claims: (c) => ({ ...c, orig: undefined }) }, ["origin failed ORIGIN_MISSING"]],
    [
      "another called",
      { claims: (c) => ({ ...c, dest: { tn: ["12025550178"] } }) },
      ["destination failed DESTINATION_DIFFERS"],
    ],
    ["nobody called", { claims: (c) => ({ ...c, dest: {} }) }, ["destination failed DESTINATION_MISSING"]],
    [
      "an older time",
      { claims: (c) => ({ ...c, iat: CALL_SECONDS - 61 }) },
      ["freshness failed ISSUED_LONG_BEFORE"],
    ],
    [
      "a later time",
      { claims: (c) => ({ ...c, iat: CALL_SECONDS + 61 }) },
      ["freshness failed ISSUED_AFTER_CALL"],
    ],
    ["a near time", { claims: (c) => ({ ...c, iat: CALL_SECONDS - 3 }) }, []],
    [
      "a time in text",
      { claims: (c) => ({ ...c, iat: String(CALL_SECONDS - 2) }) },
      ["issued-at failed ISSUED_AT_TEXT"],
    ],
    [
      "no time",
      { claims: (c) => ({ ...c, iat: undefined }) },
      ["issued-at failed ISSUED_AT_MISSING", "freshness not-checked NO_ISSUED_AT"],
    ],
    [
      "an impossible time",
      { claims: (c) => ({ ...c, iat: -1 }) },
      ["issued-at failed ISSUED_AT_IMPOSSIBLE", "freshness not-checked NO_ISSUED_AT"],
    ],
    ["another attestation", { claims: (c) => ({ ...c, attest: "B" }) }, []],
    [
      "an unknown attestation",
      { claims: (c) => ({ ...c, attest: "D" }) },
      ["extension failed ATTESTATION_MISSING"],
    ],
    [
      "another trace handle",
      { claims: (c) => ({ ...c, origid: "123e4567-e89b-42d3-a456-426655440001" }) },
      [],
    ],
    [
      "a trace handle of another kind",
      { claims: (c) => ({ ...c, origid: "abc" }) },
      ["origin-id failed ORIGIN_ID_NOT_UUID"],
    ],
    [
      "no trace handle",
      { claims: (c) => ({ ...c, origid: undefined }) },
      ["origin-id failed ORIGIN_ID_MISSING"],
    ],
    ["another type", { header: (h) => ({ ...h, typ: "jwt" }) }, ["type failed TYPE_OTHER"]],
    [
      "another extension",
      { header: (h) => ({ ...h, ppt: "rcd" }) },
      ["extension failed EXTENSION_DIFFERS_FROM_HEADER"],
    ],
    [
      "another certificate address",
      { header: (h) => ({ ...h, x5u: "https://other.example.com/a.pem" }) },
      ["certificate-address failed CERTIFICATE_ADDRESS_DIFFERS"],
    ],
  ])("with %s", async (_, change, expected) => {
    const report = await reportOn({ token: altered(await passport(), change) });
    const found = troubles(report);
    expect(found).toContain(broken);
    expect(found.filter((trouble) => trouble !== broken)).toEqual(expected);
    expect(report.result).toBe("failed");
    expect(report.signer).toBeUndefined();
  });

  it("with another algorithm: it is not tried at all", async () => {
    const report = await reportOn({
      token: altered(await passport(), { header: (h) => ({ ...h, alg: "none" }) }),
    });
    expect(troubles(report)).toEqual([
      "algorithm failed ALGORITHM_OTHER",
      "signature not-checked ALGORITHM_NOT_CHECKED",
    ]);
    expect(report.result).toBe("failed");
  });

  it("with any byte of the signature", async () => {
    const token = await passport();
    const [head, payload, signature = ""] = token.split(".");
    for (const place of [0, 31, 32, 63]) {
      const bytes = Buffer.from(signature, "base64url");
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const report = await reportOn({ token: `${head}.${payload}.${bytes.toString("base64url")}` });
      expect(troubles(report), `byte ${place}`).toEqual([broken]);
    }
  });

  it("with a signature of the wrong length", async () => {
    const report = await reportOn({ token: (await passport()).slice(0, -4) });
    expect(troubles(report)).toEqual(["signature failed SIGNATURE_MALFORMED"]);
  });

  test.each([
    ["two parts", "abc.def"],
    ["letters that base64url does not have", "a+b.c/d.e"],
    ["no objects in it", `${Buffer.from("1").toString("base64url")}.e30.AA`],
  ])("with %s it is no token", async (_, token) => {
    const report = await reportOn({ token });
    expect(report.result).toBe("failed");
    expect(outcomeOf(report, "parse")).toBe("failed TOKEN_UNREADABLE");
    expect(report.checks.slice(1).every(({ reason }) => reason === "NO_TOKEN")).toBe(true);
  });

  it("as the Identity of RFC 4474, which is no token either", async () => {
    const { passports } = await verdictOn(callWith([["Identity", '"KVhPKbfU/pryhVn9Yc6U="']]));
    expect(outcomeOf(passports[0], "parse")).toBe("failed OBSOLETE_IDENTITY");
  });
});

describe("what is said wrongly by a good signature", () => {
  test.each<[string, object, string[]]>([
    [
      "another caller",
      { ...shakenClaims, orig: { tn: "12025550144" } },
      ["origin failed ORIGIN_DIFFERS_FROM_FROM"],
    ],
    [
      "another called",
      { ...shakenClaims, dest: { tn: ["12025550178"] } },
      ["destination failed DESTINATION_DIFFERS"],
    ],
    [
      "an older time",
      { ...shakenClaims, iat: CALL_SECONDS - 3_600 },
      ["freshness failed ISSUED_LONG_BEFORE"],
    ],
    ["a time in text", { ...shakenClaims, iat: String(CALL_SECONDS) }, ["issued-at failed ISSUED_AT_TEXT"]],
    ["no attestation", { ...shakenClaims, attest: undefined }, ["extension failed ATTESTATION_MISSING"]],
  ])("%s fails that step alone", async (_, claims, expected) => {
    const report = await reportOn({ token: await passport({ claims }) });
    expect(troubles(report)).toEqual(expected);
    expect(report.result).toBe("failed");
    expect(report.signer).toBe("999X");
  });

  it("a trace handle that is no UUID is told, and does not undo the signature", async () => {
    const report = await reportOn({ token: await passport({ claims: { ...shakenClaims, origid: "4711" } }) });
    expect(troubles(report)).toEqual(["origin-id failed ORIGIN_ID_NOT_UUID"]);
    expect(report.result).toBe("verified");
  });

  it("the caller is found in P-Asserted-Identity when From is an extension", async () => {
    const caller = { ...aCaller, user: "1001" };
    const headers: [string, string][] = [["P-Asserted-Identity", "<tel:+12025550143>"]];
    expect(outcomeOf(await reportOn({ caller }), "origin")).toBe("not-checked ORIGIN_NOT_COMPARABLE");
    const report = await reportOn({ caller, headers });
    expect(outcomeOf(report, "origin")).toBe("passed ORIGIN_MATCHES");
    const other = await reportOn({ headers: [["P-Asserted-Identity", "<tel:+12025550150>"]] });
    expect(outcomeOf(other, "origin")).toBe("failed ORIGIN_DIFFERS_FROM_ASSERTED");
  });

  it("a call that an unsigned Diversion explains is not taken for a copied signature", async () => {
    const claims = { ...shakenClaims, dest: { tn: ["12025550188"] } };
    const headers: [string, string][] = [["Diversion", "<sip:+12025550188@example.com>;reason=no-answer"]];
    const report = await reportOn({ token: await passport({ claims }), headers });
    expect(outcomeOf(report, "destination")).toBe("note DESTINATION_FORWARDED");
    expect(report.result).toBe("not-verified");
  });
});

describe("the SIP header beside the token", () => {
  test.each([
    ["alg=RS256;ppt=shaken", "algorithm failed ALGORITHM_DIFFERS_FROM_HEADER"],
    ["alg=ES256;ppt=div", "extension failed EXTENSION_DIFFERS_FROM_HEADER"],
  ])("fails where it says %s", async (params, expected) => {
    const { x5u } = shakenHeader;
    const call = callWith([["Identity", `${await passport()};info=<${x5u}>;${params}`]]);
    const { passports } = await verdictOn(call, { certificates: await carrierAndRoot() });
    expect(troubles(passports[0] as PassportReport)).toEqual([expected]);
  });

  it("fails where it names another certificate", async () => {
    const report = await reportOn({ info: "https://other.example.com/x.pem" });
    expect(troubles(report)).toEqual(["certificate-address failed CERTIFICATE_ADDRESS_DIFFERS"]);
  });
});

describe("certificates", () => {
  test.each<[string, CertificateWish, string[]]>([
    [
      "expired before the call",
      { notAfter: new Date("2026-03-03T21:14:04Z") },
      ["certificate-dates failed EXPIRED_AT_CALL"],
    ],
    [
      "began after the call",
      { notBefore: new Date("2026-03-03T21:14:06Z") },
      ["certificate-dates failed NOT_YET_VALID_AT_CALL"],
    ],
    ["expired since the call", { notAfter: new Date("2026-03-03T21:15:00Z") }, []],
    ["lists the number", { numbers: [{ one: "12025550143" }] }, []],
    ["lists a range with the number", { numbers: [{ start: "12025550100", count: 100 }] }, []],
    [
      "lists a range before the number",
      { numbers: [{ start: "12025550043", count: 100 }] },
      ["number-authority failed NUMBER_NOT_COVERED"],
    ],
    [
      "lists another number",
      { numbers: [{ one: "12025550144" }] },
      ["number-authority failed NUMBER_NOT_COVERED"],
    ],
    ["lists nothing", { numbers: "none" }, ["number-authority failed NO_NUMBER_LIST"]],
    [
      "has a broken list",
      { numbers: Buffer.from("3005a00316", "hex") },
      ["number-authority failed NUMBER_LIST_UNREADABLE"],
    ],
    [
      "names an issuer that was not uploaded",
      { issuer: "CN=Somebody Else" },
      ["chain not-checked NO_ISSUER"],
    ],
    ["was signed by another than it names", { signedBy: "stranger" }, ["chain failed CHAIN_SIGNATURE_WRONG"]],
    [
      "was signed by itself",
      { issuer: "CN=SHAKEN 999X", signedBy: "carrier" },
      ["chain failed SIGNED_BY_ITSELF"],
    ],
    ["holds another key", { key: "stranger" }, ["signature failed SIGNATURE_DOES_NOT_FIT"]],
  ])("one that %s", async (_, wish, expected) => {
    const report = await reportOn({ certificates: await carrierAndRoot(wish) });
    expect(troubles(report)).toEqual(expected);
  });

  it("without any, the token is read and nothing is verified", async () => {
    const report = await reportOn({ certificates: [] });
    expect(report.result).toBe("not-verified");
    const open = ["certificate", "signature", "chain", "certificate-dates", "number-authority"];
    expect(troubles(report)).toEqual(open.map((step) => `${step} not-checked NO_CERTIFICATE`));
  });

  it("without the root, nobody known vouches for the signer", async () => {
    const report = await reportOn({ certificates: [(await certificate()).toString("pem")] });
    expect(troubles(report)).toEqual(["chain not-checked NO_ISSUER"]);
    expect(report.result).toBe("not-verified");
  });

  it("of several, the one that signed is found by its key", async () => {
    const others = await Promise.all(["a", "b"].map((key) => certificate({ key, subject: `CN=${key}` })));
    const certificates = [...others.map((one) => one.toString("pem")), ...(await carrierAndRoot())];
    expect(troubles(await reportOn({ certificates }))).toEqual([]);
    const without = certificates.toSpliced(2, 1);
    expect(troubles(await reportOn({ certificates: without }))).toEqual([
      "certificate not-checked NO_CERTIFICATE_FITS",
      "signature failed SIGNATURE_DOES_NOT_FIT",
      "chain not-checked SIGNER_UNKNOWN",
      "certificate-dates not-checked SIGNER_UNKNOWN",
      "number-authority not-checked SIGNER_UNKNOWN",
    ]);
  });

  const middle = { subject: "CN=Middle", key: "middle" };
  test.each<[string, CertificateWish, CertificateWish, string[]]>([
    ["of a whole chain", {}, {}, []],
    ["with a middle that is no authority", { isAuthority: false }, {}, ["chain failed NOT_AN_AUTHORITY"]],
    [
      "with a middle that may not sign certificates",
      { usages: KeyUsageFlags.digitalSignature },
      {},
      ["chain failed NOT_AN_AUTHORITY"],
    ],
    ["below a root that allows no middle", {}, { pathLength: 0 }, ["chain failed NOT_AN_AUTHORITY"]],
    [
      "with a middle that had expired",
      { notAfter: new Date("2025-01-01T00:00:00Z") },
      {},
      ["certificate-dates failed EXPIRED_AT_CALL"],
    ],
  ])("%s", async (_, ofMiddle, ofRoot, expected) => {
    const certificates = await Promise.all([
      certificate({ issuer: "CN=Middle", signedBy: "middle" }),
      authority({ ...middle, ...ofMiddle }),
      authority(ofRoot),
    ]);
    const report = await reportOn({ certificates: certificates.map((one) => one.toString("pem")) });
    expect(troubles(report)).toEqual(expected);
  });
});

describe("the short form", () => {
  const token = async (claims: object) => {
    const { ppt: _, ...header } = shakenHeader;
    return `..${(await passport({ header, claims })).split(".")[2]}`;
  };
  const plain = { dest: { tn: ["12025550177"] }, iat: CALL_SECONDS, orig: { tn: "12025550143" } };
  const sent = (short: string, extra: [string, string][] = []) =>
    callWith([
      ["Date", new Date(SCENARIO_START / 1000).toUTCString()],
      ["Identity", `${short};info=<${shakenHeader.x5u}>;alg=ES256`],
      ...extra,
    ]);

  it("is built anew from the message and verified", async () => {
    const { passports } = await verdictOn(sent(await token(plain)), { certificates: await carrierAndRoot() });
    expect(passports[0]?.result).toBe("verified");
    expect(outcomeOf(passports[0], "parse")).toBe("passed TOKEN_REBUILT");
  });

  it("is found when the caller was taken from P-Asserted-Identity", async () => {
    const short = await token({ ...plain, orig: { tn: "12025550150" } });
    const call = sent(short, [["P-Asserted-Identity", "<sip:+12025550150@example.com>"]]);
    const { passports } = await verdictOn(call, { certificates: await carrierAndRoot() });
    expect(outcomeOf(passports[0], "signature")).toBe("passed SIGNATURE_VERIFIED");
  });

  it("fails when the message was changed", async () => {
    const short = await token({ ...plain, orig: { tn: "12025550199" } });
    const { passports } = await verdictOn(sent(short), { certificates: await carrierAndRoot() });
    expect(troubles(passports[0] as PassportReport)).toEqual(["signature failed SIGNATURE_DOES_NOT_FIT"]);
  });

  it("cannot be built without a Date", async () => {
    const { passports } = await verdictOn(
      callWith([["Identity", `${await token(plain)};info=<https://a.example/>`]]),
    );
    expect(outcomeOf(passports[0], "parse")).toBe("failed TOKEN_NOT_REBUILDABLE");
  });
});

describe("a diverted call", () => {
  const divHeader = { ...shakenHeader, ppt: "div" };
  const first = { ...shakenClaims, dest: { tn: ["12025550188"] } };
  const second = {
    dest: { tn: ["12025550177"] },
    div: { tn: "12025550188" },
    iat: CALL_SECONDS - 1,
    orig: { tn: "12025550143" },
  };
  const judged = async (divClaims: object, wish: CertificateWish = {}) => {
    const tokens = [
      await passport({ claims: first }),
      await passport({ header: divHeader, claims: divClaims }),
    ];
    const identity = (token: string, ppt: string): [string, string] => [
      "Identity",
      `${token};info=<${shakenHeader.x5u}>;alg=ES256;ppt="${ppt}"`,
    ];
    const call = callWith([identity(tokens[0] ?? "", "shaken"), identity(tokens[1] ?? "", "div")]);
    return (await verdictOn(call, { certificates: await carrierAndRoot(wish) })).passports;
  };

  it("verifies with a chain of tokens from the first number called to the last", async () => {
    const [shaken, div] = await judged(second);
    expect([shaken?.result, div?.result]).toEqual(["verified", "verified"]);
    expect(outcomeOf(shaken, "destination")).toBe("passed DESTINATION_DIVERTED");
    expect(outcomeOf(div, "diversion")).toBe("passed DIVERSION_LINKED");
  });

  test.each<[string, object, string]>([
    ["from a number that nobody signed for", { div: { tn: "12025550189" } }, "failed DIVERSION_NOT_LINKED"],
    ["for another caller", { orig: { tn: "12025550144" } }, "failed DIVERSION_ORIGIN_DIFFERS"],
    ["before it was placed", { iat: CALL_SECONDS - 5 }, "failed DIVERSION_OUT_OF_ORDER"],
    ["from nowhere", { div: undefined }, "failed DIVERSION_MISSING"],
  ])("fails when it was diverted %s", async (_, change, expected) => {
    const [, div] = await judged({ ...second, ...change });
    expect(outcomeOf(div, "diversion")).toBe(expected);
    expect(div?.result).toBe("failed");
  });

  it("is signed by whom the call was diverted from, so that number must be in the certificate", async () => {
    const [shaken, div] = await judged(second, { numbers: [{ one: "12025550188" }] });
    expect(outcomeOf(shaken, "number-authority")).toBe("failed NUMBER_NOT_COVERED");
    expect(outcomeOf(div, "number-authority")).toBe("passed NUMBER_COVERED");
  });
});

test.each([
  ["rcd", { rcd: { nam: "Example Bank" } }, "passed EXTENSION_RCD"],
  ["rph", { rph: { auth: ["ets.0"] } }, "note EXTENSION_NOTED"],
  ["zzz", {}, "not-checked EXTENSION_UNKNOWN"],
])("a token with the extension %s is told as such", async (ppt, claims, expected) => {
  const { attest: _, ...base } = shakenClaims;
  const token = await passport({ header: { ...shakenHeader, ppt }, claims: { ...base, ...claims } });
  const call = callWith([["Identity", `${token};info=<${shakenHeader.x5u}>;alg=ES256;ppt=${ppt}`]]);
  const { passports } = await verdictOn(call, { certificates: await carrierAndRoot() });
  expect(outcomeOf(passports[0], "extension")).toBe(expected);
});
