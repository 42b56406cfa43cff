import "reflect-metadata";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importSPKI } from "jose";
import { describe, expect, it, test } from "vitest";
import type { Call } from "@/lib/sip/call";
import { createTraceReader } from "@/lib/sip/trace-reader";
import { readCertificates } from "./certificates";
import { judgeCaller } from "./judge-caller";
import { callWith, outcomeOf, troubles, verdictOn } from "./test-callers";
import { carrierAndRoot } from "./test-passports";
import type { Verdict } from "./verdict";

const samples = fileURLToPath(new URL("../../../shared/samples", import.meta.url));
const isThere = existsSync(`${samples}/passport/vectors.json`);

function text(name: string): string {
  return readFileSync(`${samples}/passport/${name}`, "utf8");
}

function callsIn(name: string): Call[] {
  const calls: Call[] = [];
  const reader = createTraceReader({ onCall: (call) => calls.push(call) });
  reader.push(readFileSync(`${samples}/made/${name}`));
  reader.end();
  return calls;
}

describe.skipIf(!isThere)(
  "real captures and certificates (skipped where ../shared/samples is absent):",
  () => {
    const certificates = () => [text("ca.pem"), text("sp.pem")];
    const judged = (change: (message: string) => string = (same) => same, given = certificates()) => {
      const calls = callsIn("14-stir-shaken-A.pcap").map((call) => ({
        ...call,
        messages: call.messages.map((one) => ({ ...one, text: change(one.text) })),
      }));
      return judgeCaller({ calls, certificates: given });
    };
    const identityOf = (message: string) => /^Identity: ([^;]*)/m.exec(message)?.[1] ?? "";

    it("the signed call is attested by the carrier 709J", async () => {
      const verdict = await judged();
      expect(verdict).toMatchObject({ result: "carrier-attested", attestation: "A", contradictions: [] });
      expect(verdict.passports[0]).toMatchObject({ result: "verified", signer: "709J" });
    });

    it("any field of header or claims, when changed, undoes the signature", async () => {
      const original = identityOf(callsIn("14-stir-shaken-A.pcap")[0]?.messages[0]?.text ?? "");
      for (const part of [0, 1]) {
        const object = JSON.parse(Buffer.from(original.split(".")[part] ?? "", "base64url").toString());
        for (const key of Object.keys(object)) {
          const changed = original.split(".");
          const value = JSON.stringify(object[key]).replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (one) =>
            one === "1" ? "2" : "1",
          );
          changed[part] = Buffer.from(JSON.stringify({ ...object, [key]: JSON.parse(value) })).toString(
            "base64url",
          );
          expect(changed.join(".")).not.toBe(original);
          const verdict = await judged((message) => message.replace(original, changed.join(".")));
          expect([key, verdict.result === "carrier-attested", verdict.passports[0]?.result]).toEqual([
            key,
            false,
            "failed",
          ]);
        }
      }
    });

    test.each<[string, (message: string) => string, string, string]>([
      [
        "From",
        (one) => one.replace(/From: <sip:\+15550101234/, "From: <sip:+15550101235"),
        "origin",
        "failed ORIGIN_DIFFERS_FROM_FROM",
      ],
      [
        "P-Asserted-Identity",
        (one) => one.replace("Identity: <sip:+15550101234", "Identity: <sip:+15550101235"),
        "origin",
        "failed ORIGIN_DIFFERS_FROM_ASSERTED",
      ],
      [
        "To",
        (one) => one.replace(/To: <sip:\+15550109999/, "To: <sip:+15550109998"),
        "destination",
        "failed DESTINATION_DIFFERS",
      ],
      [
        "info",
        (one) => one.replace("info=<https://cert", "info=<https://carrot"),
        "certificate-address",
        "failed CERTIFICATE_ADDRESS_DIFFERS",
      ],
      [
        "ppt",
        (one) => one.replace('ppt="shaken"', 'ppt="div"'),
        "extension",
        "failed EXTENSION_DIFFERS_FROM_HEADER",
      ],
    ])("a changed %s is found", async (_, change, step, expected) => {
      const verdict: Verdict = await judged(change);
      expect(verdict.result).not.toBe("carrier-attested");
      expect(outcomeOf(verdict.passports[0], step as "origin")).toBe(expected);
    });

    it("certificates of another carrier do not fit", async () => {
      const { passports } = await judged(undefined, [text("SPAST1-cert.pem"), text("astdev-ca.crt")]);
      expect(passports[0] && troubles(passports[0])).toContain("signature failed SIGNATURE_DOES_NOT_FIT");
    });

    it("the forged call names both numbers, and shows forgery once its edge is named", async () => {
      const calls = callsIn("03-spoofed-from-pai.pcap");
      expect(await judgeCaller({ calls })).toMatchObject({
        result: "contradicted",
        isSpoofingIndicated: false,
      });
      const verdict = await judgeCaller({ calls, declaredHosts: ["127.0.0.20"] });
      expect(verdict).toMatchObject({ result: "contradicted", isSpoofingIndicated: true, claimed: "+911" });
      expect(verdict.contradictions.map(({ code }) => code)).toContain("FROM_DIFFERS_FROM_ASSERTED");
    });

    test.each([
      ["SPAST1-cert.pem", { providers: ["1"], ranges: [], numbers: [] }],
      ["SPAST1-caexp-cert.pem", "unreadable"],
      ["sp.pem", { providers: ["709J"], ranges: [], numbers: [] }],
    ])("the number list of %s is read", (name, numbers) => {
      expect(readCertificates(text(name)).certificates[0]?.numbers).toEqual(numbers);
    });

    it("of two tokens of one key the good one is verified, with its time in text flagged, and the other is not", async () => {
      const { publicKeyPem, tokens } = JSON.parse(text("vectors.json"));
      const given = await carrierAndRoot({
        publicKey: await importSPKI(publicKeyPem, "ES256", { extractable: true }),
      });
      const outcomes: string[][] = [];
      for (const { token } of tokens) {
        const { passports } = await verdictOn(callWith([["Identity", token]]), { certificates: given });
        outcomes.push([outcomeOf(passports[0], "signature"), outcomeOf(passports[0], "issued-at")]);
      }
      expect(outcomes).toEqual([
        ["failed SIGNATURE_DOES_NOT_FIT", "passed ISSUED_AT_NUMBER"],
        ["passed SIGNATURE_VERIFIED", "failed ISSUED_AT_TEXT"],
      ]);
    });
  },
);
