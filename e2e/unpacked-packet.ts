// A downloaded packet on disk, and what its own verifier says after somebody tampered with it.
import { chmod, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runVerify, type Verdict, zipEntriesOf } from "@/lib/evidence-packets/test-bag";
import type { Mutation } from "@/lib/evidence-packets/test-mutations";

/** Unpacks a packet below `folder` and gives the path of the bag in it. */
export async function unpack(zip: string, folder: string): Promise<string> {
  const entries = await zipEntriesOf(await readFile(zip));
  for (const { name, mode, bytes } of entries) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    await chmod(path, mode);
  }
  return join(folder, entries[0]?.name.split("/")[0] ?? "");
}

/**
 * The changes that a copy of the bag got past the verifier, each with what was said instead. The verifier is a copy from
 * outside the bag, since one that was itself changed says what the changer likes.
 */
export async function unnoticed(bag: string, mutations: readonly Mutation[]): Promise<string[]> {
  const place = `${bag}-changed`;
  const copy = join(place, "bag");
  const script = join(place, "verify.sh");
  const mistakes: string[] = [];
  for (const { title, named, apply } of mutations) {
    await mkdir(place);
    await cp(join(bag, "verify.sh"), script);
    await cp(bag, copy, { recursive: true });
    await apply(copy);
    const verdict = await runVerify(copy, { script });
    await rm(place, { recursive: true });
    if (!refuses(verdict, named)) mistakes.push(`${title}: ${verdict.lines.join(" | ")}`);
  }
  return mistakes;
}

function refuses({ status, lines }: Verdict, named = ""): boolean {
  return status === 1 && lines.at(-1) === "FAIL" && lines.some((line) => line.startsWith(named));
}
