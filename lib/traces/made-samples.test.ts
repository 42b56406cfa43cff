// Captures of sipp, kamailio and baresip that are kept beside the project: each is told as it was set up.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/sip/call";
import { createTraceReader } from "@/lib/sip/trace-reader";
import type { TraceTotals } from "@/lib/sip/trace-totals";
import { type ExaminedCall, examineCall } from "./examine-call";
import { noSettings } from "./settings";

const FOLDER = new URL("../../../shared/samples/", import.meta.url);

type Told = { totals: TraceTotals; examined: ExaminedCall[] };

async function tell(file: string, settings = noSettings): Promise<Told> {
  const calls: Call[] = [];
  const reader = createTraceReader({ onCall: (call) => calls.push(call) });
  reader.push(readFileSync(new URL(`made/${file}`, FOLDER)));
  const totals = reader.end();
  calls.sort((one, other) => one.number - other.number);
  const withLegs = (call: Call): [Call, ...Call[]] => [
    call,
    ...calls.filter(({ number }) => call.legs.some((leg) => leg.call === number)),
  ];
  const examine = (call: Call) => examineCall({ calls: withLegs(call), settings, registrations: [] });
  return { totals, examined: await Promise.all(calls.map(examine)) };
}

async function firstCallOf(file: string, settings = noSettings): Promise<ExaminedCall> {
  const [first] = (await tell(file, settings)).examined;
  return first ?? expect.fail(`${file} holds no call`);
}

const rolesOf = ({ story }: ExaminedCall) =>
  Object.fromEntries(story.hosts.map(({ id, role }) => [id, role]));
const partyOf = ({ story }: ExaminedCall, role: string) =>
  story.parties.filter((party) => party.role === role);

describe.skipIf(!existsSync(FOLDER))("the made captures (needs ../shared/samples)", () => {
  test("01: a plain call between two ports of one address raises no alarm", async () => {
    const told = await firstCallOf("01-plain.pcap");
    expect(told.story).toMatchObject({ state: "completed", finalStatus: 200, shapes: [] });
    expect(rolesOf(told)).toEqual({ "127.0.0.1:15070": "caller", "127.0.0.1:15060": "called" });
    expect(told.story.findings.filter(({ weight }) => weight !== "note")).toEqual([]);
    expect(told.verdict).toMatchObject({ result: "claimed", contradictions: [], isSpoofingIndicated: false });
  });

  test("03: the caller forged From, RPID and PPI, and the edge wrote its own number and a failed check", async () => {
    const settings = { providerHosts: ["127.0.0.20"], certificates: [] };
    const told = await firstCallOf("03-spoofed-from-pai.pcap", settings);
    expect(told.story.shapes).toMatchObject([{ kind: "proxy", hosts: ["127.0.0.20"] }]);
    expect(told.verdict).toMatchObject({
      result: "contradicted",
      claimed: "+911",
      claimedName: "Police Dept",
    });
    expect(told.verdict.isSpoofingIndicated).toBe(true);
    expect(told.verdict.contradictions.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "FROM_DIFFERS_FROM_ASSERTED",
        "REMOTE_PARTY_DIFFERS_FROM_ASSERTED",
        "PREFERRED_DIFFERS_FROM_ASSERTED",
        "VERIFICATION_FAILED_UPSTREAM",
      ]),
    );
    const asserted = told.verdict.identities.find(({ source }) => source === "P-Asserted-Identity");
    expect(asserted).toMatchObject({ number: "+15550109999", asserter: "network", by: "127.0.0.20" });
    for (const source of ["Remote-Party-ID", "P-Preferred-Identity"])
      expect(told.verdict.identities.find((one) => one.source === source)?.asserter).toBe("caller");
    expect(told.verdict.whoCanAnswer.map(({ operator }) => operator)).toContain("carrier.example.test");
  });

  test("06: the call was redirected, and its new target is named", async () => {
    const told = await firstCallOf("06-redirect-302.pcap");
    const redirect = told.story.shapes.find(({ kind }) => kind === "redirect");
    expect(redirect).toMatchObject({ status: 302, server: "127.0.0.20" });
    expect(redirect?.kind === "redirect" && redirect.targets).toContain("sip:newdest@127.0.0.32:5060");
    const forwarded = told.story.shapes.flatMap((shape) =>
      shape.kind === "forwarding" ? [shape.header] : [],
    );
    expect(forwarded.toSorted()).toEqual(["Diversion", "History-Info"]);
    expect(told.verdict.contradictions).toEqual([]);
  });

  test("07: the caller logged in by digest, and was taken", async () => {
    const told = await firstCallOf("07-digest-auth.pcap");
    expect(told.story.shapes).toContainEqual(
      expect.objectContaining({ kind: "digest", algorithm: "MD5", username: "alice", outcome: "accepted" }),
    );
    expect(told.story.security.map(({ digest }) => digest)).toContain("MD5");
  });

  test("09: sound went both ways in G.711, with keys", async () => {
    const { call, story } = await firstCallOf("09-rtp-g711a.pcap");
    expect(new Set(call.streams.map(({ codec }) => codec))).toEqual(new Set(["PCMA", "telephone-event"]));
    expect(story.media).toMatchObject([{ direction: "both", unannounced: [] }]);
    expect(call.streams.flatMap(({ digits }) => digits).length).toBeGreaterThan(0);
  });

  test("10: the blind transfer names all three, on either call", async () => {
    const { examined } = await tell("10-blind-transfer.pcap");
    expect(examined).toHaveLength(2);
    for (const told of examined) {
      expect(told.story.shapes).toContainEqual(
        expect.objectContaining({ kind: "transfer", isAttended: false, outcome: "completed" }),
      );
      expect(partyOf(told, "transferrer")).toMatchObject([{ host: "127.0.0.31" }]);
      expect(partyOf(told, "transferee")).toMatchObject([{ host: "127.0.0.10" }]);
      expect(partyOf(told, "transfer-target")).toMatchObject([{ host: "127.0.0.32" }]);
      expect(told.verdict.contradictions).toEqual([]);
    }
  });

  test("12: what is encrypted is reported and not guessed at", async () => {
    const { totals, examined } = await tell("12-tls12-srtp-baresip.pcap");
    expect(examined).toEqual([]);
    const seen = new Set(totals.sightings.map(({ protocol }) => protocol));
    expect(seen.has("tls") && seen.has("srtp")).toBe(true);
    const details = totals.sightings.find(({ protocol }) => protocol === "tls")?.details ?? [];
    expect(details.find(({ name }) => name === "version")?.value).toMatch(/1\.2/);
  });

  const pem = (name: string) => readFileSync(new URL(`passport/${name}`, FOLDER), "utf8");

  test("14: the signature verifies with its authority, and is worth nothing without", async () => {
    const signed = { providerHosts: [], certificates: [pem("sp.pem"), pem("ca.pem")] };
    const told = await firstCallOf("14-stir-shaken-A.pcap", signed);
    expect(told.verdict).toMatchObject({ result: "carrier-attested", attestation: "A" });
    expect(told.verdict.passports).toMatchObject([{ result: "verified", signer: "709J" }]);
    const without = await firstCallOf("14-stir-shaken-A.pcap");
    expect(without.verdict.result).toBe("network-asserted");
    expect(without.verdict.passports[0]?.result).toBe("not-verified");
    const alone = { providerHosts: [], certificates: [pem("sp.pem")] };
    expect((await firstCallOf("14-stir-shaken-A.pcap", alone)).verdict.passports[0]?.result).not.toBe(
      "verified",
    );
  });
});
