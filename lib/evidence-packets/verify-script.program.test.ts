import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chainOf, hostileNames, marasPacket, originalOf } from "./build-packet";
import { installedShells, runVerify, unpackPacket, type Verdict, type VerifyRun } from "./test-bag";
import { additions, changesOf, filesOf, type Mutation, swapsOf } from "./test-mutations";
import { VERIFY_SCRIPT } from "./verify-script";
import { type Packet, writePacket } from "./write-packet";

const shells = installedShells();
const MINUTES = 60_000;
let folder = "";
let bag = "";
let trusted = "";
let copies = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nightjar packet "));
  bag = await unpackPacket(marasPacket(), folder);
  trusted = join(folder, "trusted.sh");
  await writeFile(trusted, VERIFY_SCRIPT);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a trusted verify.sh says of a copy of the bag that was tampered with. */
async function verdictAfter(apply: Mutation["apply"], run: VerifyRun = {}): Promise<Verdict> {
  const place = join(folder, `copy ${copies++}`);
  const copy = join(place, "bag");
  await mkdir(place);
  await cp(bag, copy, { recursive: true });
  await apply(copy);
  const verdict = await runVerify(copy, { script: trusted, ...run });
  await rm(place, { recursive: true });
  return verdict;
}

function isRefused({ status, lines }: Verdict): boolean {
  return status === 1 && lines.at(-1) === "FAIL" && !lines.includes("PASS");
}

/** Titles of the mutations that are not refused, or not with the right words. */
async function mistakesIn(mutations: readonly Mutation[], shell: string): Promise<string[]> {
  const mistakes: string[] = [];
  const queue = mutations.values();
  const work = async () => {
    for (const { title, named, apply } of queue) {
      const verdict = await verdictAfter(apply, { shell });
      const isNamed = verdict.lines.some((line) => line.startsWith(named ?? ""));
      if (!isRefused(verdict) || !isNamed) mistakes.push(`${title}: ${verdict.lines.join(" | ")}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return mistakes;
}

describe.each(shells)("verify.sh under %s", (shell) => {
  // The first shell is shown every mutation; a third of them is enough to see that another shell reads the same script.
  const some = (mutations: readonly Mutation[]) =>
    mutations.filter((_, index) => shell === shells[0] || index % 3 === 0);

  it("passes an untouched packet and prints its fingerprint", async () => {
    const { stream, finished } = writePacket(marasPacket());
    stream.resume();
    const { fingerprint } = await finished;
    for (const verdict of [
      await runVerify(bag, { shell }),
      await runVerify(bag, { shell, script: trusted }),
    ]) {
      expect(verdict.lines).toEqual([
        `Fingerprint: ${fingerprint}`,
        "It must equal the fingerprint that the sender tells you in another way, by telephone or on paper.",
        "PASS",
      ]);
      expect(verdict.status).toBe(0);
    }
  });

  it("refuses any change of any one file and names it", { timeout: 5 * MINUTES }, async () => {
    expect(await mistakesIn(some((await filesOf(bag)).flatMap(changesOf)), shell)).toEqual([]);
  });

  it("refuses any file that was added and names it", { timeout: MINUTES }, async () => {
    expect(await mistakesIn(some(additions), shell)).toEqual([]);
  });

  it("never passes when it was itself changed", { timeout: MINUTES }, async () => {
    for (const { title, apply } of changesOf("verify.sh").filter(({ named }) =>
      named?.startsWith("CHANGED"),
    )) {
      const { status, lines } = await verdictAfter(apply, { shell, script: undefined });
      expect({ title, passed: lines.includes("PASS") }).toEqual({ title, passed: false });
      if (!title.endsWith("emptied")) expect({ title, status }).not.toEqual({ title, status: 0 });
    }
  });
});

describe("verify.sh", () => {
  it("refuses two files changed round", { timeout: 2 * MINUTES }, async () => {
    const swaps = swapsOf(await filesOf(bag)).filter((_, index) => index % 3 === 0);
    expect(await mistakesIn(swaps, "sh")).toEqual([]);
  });

  it.each([
    ["no originals", marasPacket({ originals: [] })],
    ["an empty log", marasPacket({ auditLog: [] })],
    ["an empty file", marasPacket({ originals: [originalOf("E1", "empty.txt", "")] })],
    ["a long log", marasPacket({ auditLog: chainOf(Array(500).fill("incident.logged")) })],
    [
      "hostile names",
      marasPacket({ originals: hostileNames.map((name, n) => originalOf(`E${n}`, name, name)) }),
    ],
  ])("passes a packet with %s", async (title, packet) => {
    const verdict = await runVerify(await unpackPacket(packet, join(folder, title)));
    expect(verdict).toMatchObject({ status: 0, lines: [expect.anything(), expect.anything(), "PASS"] });
  });

  it.each(["awk", "cmp", "find", "mktemp", "sed", "sort", "tail", "tr", "wc"])(
    "never passes on a computer of which %s does not work",
    async (tool) => {
      const toolsIn = join(folder, `broken ${tool}`);
      await mkdir(toolsIn);
      await writeFile(join(toolsIn, tool), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
      const { status, lines } = await runVerify(bag, { toolsIn });
      expect(lines).not.toContain("PASS");
      expect(status).not.toBe(0);
    },
  );

  it("checks nothing when the folder is not there", async () => {
    expect((await runVerify(join(folder, "nowhere"), { script: trusted })).status).toBe(2);
  });
});

describe("verify.sh reads the manifests strictly", () => {
  const LINE = `${"0".repeat(64)}  data/x\n`;
  it.each([
    ["a path that leaves the packet", `${"0".repeat(64)}  data/../../x\n`, "a path that leaves its folder"],
    ["an absolute path", `${"0".repeat(64)}  /etc/passwd\n`, "a path that leaves its folder"],
    ["a path outside the payload", `${"0".repeat(64)}  bagit.txt\n`, "a path that does not belong"],
    ["a line twice", LINE + LINE, "a path that stands there twice"],
    ["lines out of order", LINE + LINE.replace("/x", "/a"), "a path out of order"],
    ["a short hash", "00  data/x\n", "not a hash"],
    ["a hash in capitals", LINE.replaceAll("0", "A"), "not a hash"],
    ["an empty line", "\n", "not a hash"],
    ["no end of its last line", LINE.trimEnd(), "its last line is cut"],
    ["a carriage return", LINE.replace("\n", "\r\n"), "characters that no manifest holds"],
    ["an escape sequence", LINE.replace("x", "\u001B[2J"), "characters that no manifest holds"],
  ])("refuses %s", async (_, text, words) => {
    const { lines } = await verdictAfter((copy) => reseal(copy, { "manifest-sha256.txt": text }));
    expect(lines.join("\n")).toMatch(new RegExp(`^MALFORMED manifest-sha256.txt.*: ${words}`, "m"));
    expect(lines.join("\n")).not.toContain("\u001B");
  });

  it("refuses a tag file that was taken out of the tag manifest", async () => {
    const verdict = await verdictAfter(async (copy) => {
      const path = join(copy, "tagmanifest-sha256.txt");
      await writeFile(path, (await readFile(path, "utf8")).replace(/^.*VERIFY\.txt\n/m, ""));
    });
    expect(isRefused(verdict)).toBe(true);
    expect(verdict.lines).toContain("UNLISTED VERIFY.txt");
  });

  it("refuses another declaration or count, even in a packet that was sealed again", async () => {
    const declared = await verdictAfter((copy) => reseal(copy, { "bagit.txt": "BagIt-Version: 0.97\n" }));
    expect(declared.lines[0]).toBe("MALFORMED bagit.txt");
    const counted = await verdictAfter(async (copy) => {
      const info = await readFile(join(copy, "bag-info.txt"), "utf8");
      await reseal(copy, { "bag-info.txt": info.replace(/^Payload-Oxum: .*$/m, "Payload-Oxum: 1.1") });
    });
    expect(counted.lines[0]).toMatch(
      /^MISMATCH bag-info.txt states Payload-Oxum 1.1, the payload has \d+\.8$/,
    );
  });
});

describe("verify.sh recomputes the audit log of a packet that was sealed again", () => {
  const links = chainOf(["case.opened", "incident.logged", "incident.amended", "report.made"]);
  const verdictOf = async (auditLog: typeof links, title: string, head = auditLog.at(-1)) => {
    const packet: Packet = marasPacket({ auditLog });
    if (head) packet.auditHead = { sequence: head.sequence, hash: head.hash };
    return runVerify(await unpackPacket(packet, join(folder, title)));
  };
  const changed = { ...links[1], at: "2026-01-01T00:00:00.000Z" } as (typeof links)[number];

  it.each([
    ["an event changed", [links[0], changed, links[2], links[3]], "line 2: its hash does not fit"],
    ["an event left out", [links[0], links[2], links[3]], "line 2: an event is missing or out of order"],
    ["the first event left out", links.slice(1), "line 1: an event is missing or out of order"],
    [
      "two events changed round",
      [links[0], links[2], links[1], links[3]],
      "line 2: does not follow the line before it",
    ],
  ])("refuses %s", async (title, log, words) => {
    const verdict = await verdictOf(
      log.flatMap((link) => link ?? []),
      title,
    );
    expect(isRefused(verdict)).toBe(true);
    expect(verdict.lines).toContain(`BROKEN data/audit-log.jsonl ${words}`);
  });

  it("refuses a log that lost its end", async () => {
    const verdict = await verdictOf(links.slice(0, 3), "lost end", links[3]);
    expect(verdict.lines).toContain("BROKEN data/audit-log.jsonl: its head is not the one in bag-info.txt");
  });

  it("refuses a log emptied of its events", async () => {
    expect(isRefused(await verdictOf([], "no events", links[3]))).toBe(true);
  });
});

/** Writes tag files and puts their new hashes into the tag manifest, as a forger would. */
async function reseal(copy: string, changed: Record<string, string>): Promise<void> {
  const path = join(copy, "tagmanifest-sha256.txt");
  let manifest = await readFile(path, "utf8");
  for (const [name, text] of Object.entries(changed)) {
    await writeFile(join(copy, name), text);
    const sum = createHash("sha256").update(text).digest("hex");
    manifest = manifest.replace(new RegExp(`^[0-9a-f]{64}(?=  ${name}$)`, "m"), sum);
  }
  await writeFile(path, manifest);
}
