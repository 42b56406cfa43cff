import { threeDigits } from "../measure/print-figures";
import { say } from "../measure/say";
import { startWriter, type Turn, type Writer } from "./writer";

/** What a writer is started with, or why it cannot be. */
export type Start = [script: string, args: string[]] | { reason: string };

/** Milliseconds of each round by name; a writer that failed has a reason instead. */
export type Comparison = { times: Record<string, number[]>; reasons: Record<string, string> };

type Racer = { name: string; writer: Writer; times: number[] };

/** Lets each writer write in turn, round by round, so that a slow moment of the machine meets them all. */
export async function compare(
  starts: Record<string, Start>,
  { rounds, warmUps }: { rounds: number; warmUps: number },
): Promise<Comparison> {
  const reasons: Record<string, string> = {};
  const giveUp = (name: string, reason: string) => {
    reasons[name] = reason;
    say(`${name} is null: ${reason}`);
  };
  let racers = await startAll(starts, giveUp);
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    const told = [];
    for (const racer of racers) {
      const turn = await racer.writer.write().catch((error: Error) => giveUp(racer.name, error.message));
      if (turn && round > 0) racer.times.push(turn.tookMs);
      if (turn) told.push(`${racer.name} ${inSeconds(turn)}`);
      else racer.writer.stop();
    }
    racers = racers.filter(({ name }) => !reasons[name]);
    say(`${round > 0 ? `Round ${round} of ${rounds}` : "Warming up"}: ${told.join(", ")}`);
  }
  for (const { writer } of racers) writer.stop();
  return { times: Object.fromEntries(racers.map(({ name, times }) => [name, times])), reasons };
}

async function startAll(
  starts: Record<string, Start>,
  giveUp: (name: string, reason: string) => void,
): Promise<Racer[]> {
  const racers: Racer[] = [];
  for (const [name, start] of Object.entries(starts)) {
    if (!Array.isArray(start)) giveUp(name, start.reason);
    else {
      const writer = await startWriter(...start).catch((error: Error) => giveUp(name, error.message));
      if (writer) racers.push({ name, writer, times: [] });
    }
  }
  return racers;
}

export function inSeconds({ tookMs }: Turn): string {
  return `${threeDigits(tookMs / 1000)} s`;
}
