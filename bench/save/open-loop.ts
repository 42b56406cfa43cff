import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

export type OpenLoop = { timesMs: number[]; outcomes: string[]; tookSeconds: number };

/**
 * Calls `send` `perSecond` times a second for `seconds`, whether or not earlier calls have ended, as people do who know
 * nothing of each other; `send` tells how it ended. A time counts from the moment at which a call was due, so that a queue shows in it.
 */
export async function openLoop(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  send: (index: number) => Promise<string>,
): Promise<OpenLoop> {
  const loop: OpenLoop = { timesMs: [], outcomes: [], tookSeconds: 0 };
  const begun = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = begun + (index * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    sent.push(sendOne(loop, due, () => send(index)));
  }
  await Promise.all(sent);
  loop.tookSeconds = (performance.now() - begun) / 1000;
  return loop;
}

async function sendOne(loop: OpenLoop, due: number, send: () => Promise<string>): Promise<void> {
  loop.outcomes.push(await send().catch((error: Error) => error.message));
  loop.timesMs.push(performance.now() - due);
}
