import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { contentAt } from "@/lib/incidents/build-incident";
import { logIncident } from "@/lib/incidents/commands";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type EvidenceFileId, newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { addEvidence, type NewEvidence, readEvidence } from "./commands";
import { findEvidence, listEvidence } from "./queries";

useDatabase();

let mara: Person;
let ines: OwnedCase;
let opened: OwnedCase;
beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
});
beforeEach(async () => {
  opened = await newCaseOf(mara.owner);
});

/** A recording of a length: the head of a WAV file, and then no two chunks alike. */
function recording(length: number): Buffer {
  const sound = Buffer.from(
    Uint32Array.from({ length: Math.ceil(length / 4) }, (_, index) => index * 2_654_435_761).buffer,
  );
  sound.write("RIFF\0\0\0\0WAVEfmt ", "latin1");
  return sound.subarray(0, length);
}

function upload(bytes: Buffer, given: Partial<NewEvidence> = {}): NewEvidence {
  const source = Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false });
  return {
    name: "voicemail.wav",
    declaredType: "audio/wav",
    note: "",
    source,
    maxBytes: 10_000_000,
    ...given,
  };
}

async function added(given: NewEvidence, to = opened): Promise<EvidenceFileId> {
  const file = await addEvidence(to, given, NOW);
  return file.ok ? file.value : expect.fail(file.code);
}

const folderOf = ({ id }: OwnedCase) => join(env().dataFolder, "files", id);
function filesOnDisk(of = opened): string[] {
  try {
    return readdirSync(folderOf(of));
  } catch {
    return [];
  }
}

/** That a refused file left no row, no event and no byte. */
async function expectNothingLeft(): Promise<void> {
  expect(filesOnDisk()).toEqual([]);
  expect(await listEvidence(opened)).toEqual([]);
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 1 } });
}

describe("a file is given back byte for byte", () => {
  test.each([100, 4_100, 4_101, 65_535, 65_536, 65_537, 131_072, 5_000_000])(
    "at %i bytes",
    async (length) => {
      const bytes = recording(length);
      const id = await added(upload(bytes));
      expect((await buffer(readEvidence(opened, { id }))).equals(bytes)).toBe(true);
      expect(await findEvidence(opened, id)).toEqual({
        id,
        incidentId: undefined,
        name: "voicemail.wav",
        kind: "audio",
        mediaType: "audio/wav",
        sizeBytes: length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        note: "",
        addedAt: NOW,
      });
    },
  );

  test("under the name it came with, whatever that name is", async () => {
    for (const name of [
      "../../etc/voicemail.wav",
      "a\u202Egpj.wav",
      "تهديد.wav",
      `${"y".repeat(200)}.wav`,
      "nul\u0000.wav",
    ]) {
      const id = await added(upload(recording(100), { name, note: `note on ${name}` }));
      expect(await findEvidence(opened, id)).toMatchObject({ name, note: `note on ${name}` });
    }
    expect(filesOnDisk()).toHaveLength(5);
  });
});

describe("refused, with nothing left behind:", () => {
  test.each<[what: string, code: string, given: NewEvidence]>([
    ["an empty file", "EMPTY", upload(Buffer.alloc(0))],
    [
      "a program under the name of a recording",
      "KIND_DIFFERS",
      upload(Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")),
    ],
    [
      "an archive",
      "KIND_NOT_TAKEN",
      upload(Buffer.from("PK\x03\x04"), { name: "all.zip", declaredType: "" }),
    ],
    [
      "a file of one byte more than the limit",
      "TOO_LARGE",
      upload(recording(100_001), { maxBytes: 100_000 }),
    ],
    ["a file for a call that is not there", "NOT_FOUND", upload(recording(100), { incidentId: newId() })],
  ])("%s (%s)", async (_, code, given) => {
    expect(await addEvidence(opened, given, NOW)).toEqual({ ok: false, code });
    await expectNothingLeft();
  });

  test("a file for another person's call", async () => {
    const content = contentAt("2026-03-02T22:15:00Z");
    const incidentId = await logIncident(ines, { content, formKey: newId() }, NOW);
    const given = upload(recording(100), { incidentId });
    expect(await addEvidence(opened, given, NOW)).toEqual({ ok: false, code: "NOT_FOUND" });
    await expectNothingLeft();
  });

  test("an upload that breaks off in the middle", async () => {
    const source = new PassThrough();
    source.write(recording(200_000));
    const adding = addEvidence(opened, upload(Buffer.alloc(0), { source }), NOW);
    setTimeout(() => source.destroy(), 50);
    await expect(adding).rejects.toThrow("The upload was cut");
    await expectNothingLeft();
  });

  test.each(["EvidenceFile", "AuditEvent"])("a file of which %s could not be written", async (table) => {
    await expect(
      whileWritingFails(table, () => addEvidence(opened, upload(recording(100)), NOW)),
    ).rejects.toThrow();
    await expectNothingLeft();
  });
});

test("a file of exactly the limit is taken", async () => {
  await added(upload(recording(100_000), { maxBytes: 100_000 }));
});

test("files are listed in the order in which they were added, of the case or of one call", async () => {
  const incidentId = await logIncident(
    opened,
    { content: contentAt("2026-03-02T22:15:00Z"), formKey: newId() },
    NOW,
  );
  const files = [
    { name: "first.wav", at: 0 },
    { name: "second.wav", at: 1, incidentId },
    { name: "third.wav", at: 2 },
  ];
  for (const { at, ...given } of files)
    await addEvidence(opened, upload(recording(100), given), new Date(NOW.getTime() + at));
  expect((await listEvidence(opened)).map(({ name }) => name)).toEqual([
    "first.wav",
    "second.wav",
    "third.wav",
  ]);
  expect((await listEvidence(opened, incidentId)).map(({ name }) => name)).toEqual(["second.wav"]);
});

test("adding a file writes its SHA-256 into the chain", async () => {
  const id = await added(upload(recording(100)));
  const sha256 = createHash("sha256").update(recording(100)).digest("hex");
  const [link] = await readAuditPage(opened, { size: 1 });
  expect(link?.event).toEqual({ action: "evidence.added", actor: { kind: "owner" }, subject: id, sha256 });
});

test("another person's file is one that does not exist", async () => {
  const id = await added(upload(recording(100)));
  for (const asked of [id, newId(), "../voicemail.wav"])
    expect(await findEvidence(ines, asked)).toBeUndefined();
  expect(await listEvidence(ines)).toEqual([]);
});

test("a file changed on the disk fails to open, and does not end as if it were whole", async () => {
  const id = await added(upload(recording(200_000)));
  const path = join(folderOf(opened), id);
  const sealed = readFileSync(path);
  writeFileSync(path, sealed.with(150_000, (sealed[150_000] ?? 0) ^ 1));
  await expect(buffer(readEvidence(opened, { id }))).rejects.toThrow("changed or cut");
  writeFileSync(path, sealed.subarray(0, 65_536 + 17 + 24));
  await expect(buffer(readEvidence(opened, { id }))).rejects.toThrow("changed or cut");
});

test("a row put in the place of another does not open", async () => {
  const [one, other] = [await added(upload(recording(100))), await added(upload(recording(100)))];
  await tamperWith(
    "EvidenceFile",
    `UPDATE "EvidenceFile" SET "sealed" = (SELECT "sealed" FROM "EvidenceFile" WHERE "id" = '${other}') WHERE "id" = '${one}'`,
  );
  await expect(findEvidence(opened, one)).rejects.toThrow("does not open in its place (evidence-file)");
});

test("neither the row nor the file on the disk tells what is in them", async () => {
  const text = Buffer.from("Canary: I know where you live. ".repeat(100));
  const given = upload(text, { name: "canary.txt", declaredType: "text/plain", note: "Canary note" });
  const id = await added(given);
  const row = await db().evidenceFile.findUniqueOrThrow({ where: { id } });
  const stored = Buffer.concat([row.sealed, readFileSync(join(folderOf(opened), id))]);
  const sha256 = createHash("sha256").update(text).digest("hex");
  for (const word of ["Canary", "canary", "text/plain", sha256]) expect(stored.includes(word)).toBe(false);
});
