// One Argon2id run over name and password gives both the tag that finds the account and the key that unwraps it.
// So an unknown name and a wrong password are the same event, and the database holds nothing a name could be tried against.
import { hashRaw } from "@node-rs/argon2";
import { deriveKey, type Key, keyedTag } from "@/lib/platform/sealed";

// RFC 9106 section 4, second recommended option: Argon2id (2), 64 MiB, 3 passes, 4 lanes.
const COST = {
  algorithm: 2,
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 4,
  outputLen: 32,
};
const MOST_AT_ONCE = 2;

export type SignInKeys = { tag: Uint8Array<ArrayBuffer>; wrapKey: Key };

/** Derives the sign-in tag and the wrapping key. About 0.1 s and 64 MiB; at most two run at once. */
export async function signInKeys(serverKey: Key, name: string, password: string): Promise<SignInKeys> {
  const salt = keyedTag(serverKey, `sign-in salt\n${normalName(name)}`);
  const root = await inTurn(() => hashRaw(password.normalize("NFC"), { ...COST, salt }));
  return { tag: deriveKey(root, "sign-in tag"), wrapKey: deriveKey(root, "password wrap") };
}

/** One name however it is typed: case, width and outer spaces do not matter. */
export function normalName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

let running = 0;
const waiting: (() => void)[] = [];

// Without a bound, a flood of sign-ins would take 64 MiB each until the machine has none left.
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
