import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditHead, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { addEvidence } from "@/lib/evidence/commands";
import { contentAt } from "@/lib/incidents/build-incident";
import { amendIncident, logIncident } from "@/lib/incidents/commands";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { listReports } from "@/lib/reports/queries";
import { recordPacketDownload, sealPacket } from "./commands";
import type { SealedPacket } from "./packet";
import { findPacket, listPackets, readPacket } from "./queries";
import { inTemporaryFolder, runVerify, zipEntriesOf } from "./test-bag";

useDatabase();

const content = contentAt("2026-03-02T22:15:00Z", { exactWords: "I know where you live" });
const voicemail = Buffer.concat([
  Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"),
  Buffer.alloc(200_000, "ring "),
]);
const note = Buffer.from("=cmd() what my sister heard");
let mara: Person;
let ines: OwnedCase;
/** A case with an amended call, two files and a packet. */
let opened: OwnedCase;
let packet: SealedPacket;
let zip: Buffer;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
  opened = await newCaseOf(mara.owner);
  const id = await logCall(opened);
  await amendIncident(
    opened,
    { id, seenVersion: 1, reason: "I remembered", content: { ...content, effect: "I cannot sleep" } },
    NOW,
  );
  await addFile("../../voicemail.wav", "audio/wav", voicemail, NOW);
  await addFile("note‘s \u202Etxt.txt", "text/plain", note, minutesLater(1));
  packet = await sealed(opened);
  zip = await buffer(readPacket(opened, packet));
});

const logCall = (to: OwnedCase) => logIncident(to, { content, formKey: newId() }, NOW);

async function addFile(name: string, declaredType: string, bytes: Buffer, at: Date): Promise<void> {
  const source = Readable.from([bytes], { objectMode: false });
  const file = await addEvidence(opened, { name, declaredType, note: "", source, maxBytes: 1_000_000 }, at);
  expect(file.ok).toBe(true);
}

async function sealed(of: OwnedCase, formKey = newId()): Promise<SealedPacket> {
  const made = await sealPacket(of, { formKey }, NOW);
  const found = made.ok ? await findPacket(of, made.value) : undefined;
  return found ?? expect.fail("the packet should be there");
}

/** Unpacks the stored ZIP as an investigator would, and gives the folder of its bag. */
async function unpacked(folder: string): Promise<string> {
  const entries = await zipEntriesOf(zip);
  for (const { name, mode, bytes } of entries) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    chmodSync(path, mode);
  }
  return join(folder, entries[0]?.name.split("/")[0] ?? "");
}

async function fileInBag(path: string): Promise<Buffer> {
  const entry = (await zipEntriesOf(zip)).find(({ name }) => name.endsWith(`/${path}`));
  return entry?.bytes ?? expect.fail(`${path} should be in the packet`);
}

const filesOnDisk = (of: OwnedCase) => readdirSync(join(env().dataFolder, "files", of.id)).sort();

describe("a packet made of stored files", () => {
  test("verifies with its own verify.sh, which prints the fingerprint that the case shows", async () => {
    await inTemporaryFolder(async (folder) => {
      const { status, lines } = await runVerify(await unpacked(folder));
      expect(lines.join("\n")).toContain(packet.fingerprint);
      expect([status, lines.at(-1)]).toEqual([0, "PASS"]);
    });
  });

  test("does not verify once an original was changed", async () => {
    await inTemporaryFolder(async (folder) => {
      const bag = await unpacked(folder);
      const [original = ""] = readdirSync(join(bag, "data", "originals"));
      appendFileSync(join(bag, "data", "originals", original), "!");
      const { status, lines } = await runVerify(bag);
      expect([status, lines.at(-1)]).toEqual([1, "FAIL"]);
    });
  });

  test("holds every original byte for byte under a harmless name", async () => {
    const originals = (await zipEntriesOf(zip)).filter(({ name }) => name.includes("/data/originals/"));
    // Files added in the same millisecond have no order of their own.
    const sorted = (files: Buffer[]) => files.map((bytes) => bytes.toString("hex")).sort();
    expect(sorted(originals.map(({ bytes }) => bytes))).toEqual(sorted([voicemail, note]));
    for (const { name } of originals) expect(name).toMatch(/\/data\/originals\/E\d-[^/]+\.(wav|txt)$/);
  });

  test("holds every version of every call", async () => {
    const text = String(await fileInBag("data/incidents.json"));
    for (const words of ["I remembered", "I cannot sleep", "I know where you live"])
      expect(text).toContain(words);
  });

  test("holds the whole chain up to its making, of which the head stands in bag-info.txt", async () => {
    const links = String(await fileInBag("data/audit-log.jsonl"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(links.map(({ event }) => event.action)).toEqual([
      "case.opened",
      "incident.logged",
      "incident.amended",
      "evidence.added",
      "evidence.added",
      "report.made",
    ]);
    expect(String(await fileInBag("bag-info.txt"))).toContain(links.at(-1).hash);
  });

  test("holds the report that was made for it", async () => {
    const [report] = await listReports(opened);
    const sha256 = createHash("sha256")
      .update(await fileInBag("data/report.pdf"))
      .digest("hex");
    expect(report?.sha256).toBe(sha256);
  });

  test("is the very ZIP of which size and SHA-256 were recorded, every time", async () => {
    expect(packet).toMatchObject({ sizeBytes: zip.length, calls: 1, files: 2, createdAt: NOW });
    expect(packet.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
    expect((await buffer(readPacket(opened, packet))).equals(zip)).toBe(true);
  });

  test("is recorded in the chain by its SHA-256", async () => {
    const links = await readAuditPage(opened, { size: 100 });
    const link = links.find(({ event }) => event.subject === packet.id);
    expect(link?.event).toMatchObject({ action: "packet.sealed", sha256: packet.sha256 });
  });
});

test("the same form sent again, and three times at once, is one packet and one report", async () => {
  const other = await newCaseOf(mara.owner);
  await logCall(other);
  const formKey = newId();
  const seal = () => sealPacket(other, { formKey }, NOW);
  const made = [...(await Promise.all([seal(), seal(), seal()])), await seal()];
  for (const one of made) expect(one).toEqual(made[0]);
  const [packets, reports] = [await listPackets(other), await listReports(other)];
  expect(filesOnDisk(other)).toEqual([packets[0]?.id, reports[0]?.id].sort());
  expect([packets.length, reports.length]).toEqual([1, 1]);
});

test("a case without calls has nothing to hand over", async () => {
  expect(await sealPacket(ines, { formKey: newId() }, NOW)).toEqual({ ok: false, code: "NO_CALLS" });
});

test("a packet whose event cannot be written leaves no row and no ZIP, and the same form makes it later", async () => {
  const other = await newCaseOf(mara.owner);
  await logCall(other);
  const formKey = newId();
  await expect(whileWritingFails("Packet", () => sealPacket(other, { formKey }, NOW))).rejects.toThrow();
  expect(await listPackets(other)).toEqual([]);
  expect(filesOnDisk(other)).toEqual((await listReports(other)).map(({ id }) => id));
  expect(await sealed(other, formKey)).toMatchObject({ calls: 1 });
});

test("an original that was changed on the disk stops the packet: it is not handed over as if it were whole", async () => {
  const other = await newCaseOf(mara.owner);
  await logCall(other);
  const source = Readable.from([voicemail], { objectMode: false });
  const given = { name: "voicemail.wav", declaredType: "audio/wav", note: "", source, maxBytes: 1_000_000 };
  const added = await addEvidence(other, given, NOW);
  appendFileSync(join(env().dataFolder, "files", other.id, added.ok ? added.value : ""), "!");
  await expect(sealPacket(other, { formKey: newId() }, NOW)).rejects.toThrow();
  expect(await listPackets(other)).toEqual([]);
});

test("taking the packet is written into the chain", async () => {
  const { sequence } = await readAuditHead(opened);
  await recordPacketDownload(opened, packet.id, minutesLater(5));
  const [link] = await readAuditPage(opened, { size: 1 });
  expect(link).toMatchObject({
    sequence: sequence + 1,
    event: { action: "packet.downloaded", subject: packet.id },
  });
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
});

test("another person's packet is one that does not exist", async () => {
  for (const asked of [packet.id, newId(), "packet"]) expect(await findPacket(ines, asked)).toBeUndefined();
  expect(await listPackets(ines)).toEqual([]);
});

test("a packet put in the row of another does not open", async () => {
  const other = await newCaseOf(mara.owner);
  await logCall(other);
  const [one, second] = [await sealed(other), await sealed(other)];
  await tamperWith(
    "Packet",
    `UPDATE "Packet" SET "sealed" = (SELECT "sealed" FROM "Packet" WHERE "id" = '${second.id}') WHERE "id" = '${one.id}'`,
  );
  await expect(findPacket(other, one.id)).rejects.toThrow("does not open in its place (packet)");
});
