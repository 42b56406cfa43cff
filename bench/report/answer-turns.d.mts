type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export function answerTurns(write: () => Pieces | Promise<Pieces>): void;
