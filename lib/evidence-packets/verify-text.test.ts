import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { marasPacket } from "./build-packet";
import { inTemporaryFolder, unpackPacket } from "./test-bag";
import { VERIFY_TEXT } from "./verify-text";

const hasSha256sum = spawnSync("sha256sum", ["--version"]).status === 0;

/** Runs the commands of a step of "TO CHECK BY HAND" as they are printed, and gives what they say. */
function runStep(number: number, folder: string): string {
  const step = VERIFY_TEXT.split(/^(?=\d\. )/m).find((text) => text.startsWith(`${number}. `)) ?? "";
  const commands = step
    .split("\n")
    .filter((line) => line.startsWith("     ") && !line.includes("Get-FileHash"));
  return spawnSync("sh", ["-c", commands.join("\n")], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("VERIFY.txt", () => {
  it("can be read on any terminal and printed on any page", () => {
    for (const line of VERIFY_TEXT.split("\n")) expect(line).toMatch(/^[ -~]{0,78}$/);
  });

  it("promises nothing that a hash cannot show", () => {
    expect(VERIFY_TEXT).toContain("helps authenticate");
    expect(VERIFY_TEXT).not.toMatch(/admissib|proves|guarantee/i);
  });

  it("names the files that a packet holds", () => {
    const paths = marasPacket().payload.map(({ path }) => path.replace(/originals\/.*/, "originals/"));
    for (const path of paths) expect(VERIFY_TEXT).toContain(path.replace(/files\.csv$/, "files.json, .csv"));
  });

  it.runIf(hasSha256sum)("gives commands that work as they are printed", async () => {
    const packet = marasPacket();
    await inTemporaryFolder(async (folder) => {
      const bag = await unpackPacket(packet, folder);
      const checked = runStep(1, bag).trimEnd().split("\n");
      expect(checked).toHaveLength(packet.payload.length + 5);
      for (const line of checked) expect(line).toMatch(/: OK$/);
      const [found, listed] = runStep(2, bag).trim().split(/\s+/);
      expect(found).toBe(listed);
      expect(runStep(3, bag)).toMatch(/^[0-9a-f]{64} {2}tagmanifest-sha256\.txt$/m);
      expect(runStep(4, bag)).toContain(firstHashIn(bag));
    });
  });
});

function firstHashIn(bag: string): string {
  const line = spawnSync("head", ["-n", "1", "data/audit-log.jsonl"], { cwd: bag, encoding: "utf8" }).stdout;
  return (JSON.parse(line) as { hash: string }).hash;
}
