import { SIGN_OF_LIFE_MS } from "./reading";

/** A background reading's signs of life, with how far it is. */
export type Life<Progress> = { tell(now: Progress): void; end(): Promise<void> };

/** Calls `write` every few seconds, one call at a time, with what was last told; a failed write is left to the next. */
export function keepAlive<Progress>(
  write: (progress: Progress | undefined) => Promise<unknown>,
): Life<Progress> {
  let progress: Progress | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(() => write(progress)).catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  return {
    tell(now) {
      progress = now;
    },
    async end() {
      clearInterval(timer);
      await last;
    },
  };
}
