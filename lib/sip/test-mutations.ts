// Ways to spoil bytes: what a careless program, a torn file or somebody with bad intent would do to them.
type Random = () => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const LONGEST = 262_144;

/** Up to six changes, each by chance. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (let count = 1 + below(random, 6); count > 0; count -= 1) {
    changed = pick(mutations, random)(changed, random).subarray(0, LONGEST);
  }
  return changed;
}

export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[below(random, items.length)] as Item;
}

/** Bytes that readers stumble over. */
const tokens = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  "\r\n\r\n",
  "\r\n ",
  "\xff",
  '"',
  "\\",
  "<",
  ">",
  ";",
  ";;;;",
  ",",
  ",,,,",
  "%",
  "%00",
  "%zz",
  "[",
  "]:",
  "=",
  "(",
  "@@",
  ":99999999999",
  "-1",
  "4294967296",
  "99999999999999999999",
  "SIP/2.0",
  "SIP/2.0 200 OK\r\n",
  "INVITE sip:a@b SIP/2.0\r\n",
  "Content-Length: 4294967296\r\n",
  "Content-Length: -1\r\n",
  "l: 0\r\n",
  "Content-Type: multipart/mixed;boundary=x\r\n",
  "\r\n--x\r\n",
  "Via: SIP/2.0/UDP [::1]:5060;branch=z9hG4bK\r\n",
  "m=audio 99999 RTP/AVP 0 8 256\r\n",
  "a=candidate:1 1 UDP 1 192.0.2.1 5000 typ host\r\n",
  "\u0080\u0081",
];
const numbers = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

const mutations: Mutation[] = [
  (bytes, random) => {
    if (bytes.length > 0) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  },
  (bytes, random) => {
    const place = below(random, bytes.length);
    if (bytes.length > 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << below(random, 8));
    return bytes;
  },
  (bytes, random) => between(bytes, random, () => Buffer.alloc(0)),
  (bytes, random) => between(bytes, random, (cut) => Buffer.concat([cut, cut])),
  (bytes, random) => between(bytes, random, (cut) => Buffer.alloc(cut.length, below(random, 256))),
  (bytes, random) => inserted(bytes, random, Buffer.from(pick(tokens, random), "latin1")),
  (bytes, random) =>
    inserted(bytes, random, Buffer.from(pick(tokens, random).repeat(1 + below(random, 300)), "latin1")),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => bytes.subarray(below(random, bytes.length + 1)),
  (bytes, random) => {
    if (bytes.length < 4) return bytes;
    const [place, value] = [below(random, bytes.length - 3), pick(numbers, random)];
    if (random() < 0.5) bytes.writeUInt32LE(value, place);
    else bytes.writeUInt32BE(value, place);
    return bytes;
  },
  (bytes, random) => {
    if (bytes.length < 2) return bytes;
    bytes.writeUInt16BE(pick(numbers, random) & 0xffff, below(random, bytes.length - 1));
    return bytes;
  },
  repeatedLine,
];

type Change = (cut: Buffer) => Buffer;

/** Changes a short stretch. */
function between(bytes: Buffer, random: Random, change: Change): Buffer {
  const start = below(random, bytes.length + 1);
  const end = Math.min(bytes.length, start + below(random, 64));
  return Buffer.concat([bytes.subarray(0, start), change(bytes.subarray(start, end)), bytes.subarray(end)]);
}

function inserted(bytes: Buffer, random: Random, more: Buffer): Buffer {
  const place = below(random, bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)]);
}

/** One line many times over. */
function repeatedLine(bytes: Buffer, random: Random): Buffer {
  const start = bytes.indexOf("\n", below(random, bytes.length + 1)) + 1;
  const end = bytes.indexOf("\n", start) + 1;
  if (start === 0 || end === 0) return bytes;
  const line = bytes.subarray(start, end);
  const many = Array<Buffer>(below(random, 200)).fill(line);
  return Buffer.concat([bytes.subarray(0, end), ...many, bytes.subarray(end)]);
}
