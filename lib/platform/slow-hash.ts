import { hashRaw } from "@node-rs/argon2";

// RFC 9106 section 4, second recommended option: Argon2id (2), 64 MiB, 3 passes, 4 lanes.
const COST = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 };
const MOST_AT_ONCE = 2;

/**
 * 256 bits from something that a person remembers or types. About 0.1 s and 64 MiB; at most two run at once in the whole
 * process, because a flood of tries would else take 64 MiB each until the machine has none left.
 */
export async function slowHash(text: string, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return inTurn(async () => new Uint8Array(await hashRaw(text, { ...COST, salt })));
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
