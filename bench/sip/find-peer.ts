import { join } from "node:path";
import { runTimed } from "./run-timed";

/** Whether a program is there, after an attempt to install its Debian package; or the reason why not. */
export async function findPeer(program: string, question: string[]): Promise<{ reason?: string }> {
  if (await answers(program, question)) return {};
  // Scripts are no part of the typed program, so this one is found when it is run.
  const script = join(process.cwd(), "scripts/debian-packages.mjs");
  const { installDebianPackages } = (await import(script)) as {
    installDebianPackages: (...names: string[]) => Promise<boolean>;
  };
  await installDebianPackages(program);
  if (await answers(program, question)) return {};
  return { reason: `${program} is not installed, and its Debian package could not be installed here` };
}

async function answers(program: string, question: string[]): Promise<boolean> {
  return runTimed(program, question).then(
    () => true,
    () => false,
  );
}
