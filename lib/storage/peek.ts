import { PassThrough, type Readable } from "node:stream";

/** The first bytes of a stream (fewer when it is shorter), and the whole stream again from its first byte. */
export async function peek(source: Readable, bytes: number): Promise<{ head: Uint8Array; whole: Readable }> {
  const chunks: Buffer[] = [];
  let length = 0;
  const reader = source.iterator({ destroyOnReturn: false });
  let step = await reader.next();
  while (!step.done) {
    chunks.push(step.value as Buffer);
    length += (step.value as Buffer).length;
    if (length >= bytes) break;
    step = await reader.next();
  }
  await reader.return?.();
  const head = Buffer.concat(chunks);
  return { head: head.subarray(0, bytes), whole: rejoin(head, source) };
}

function rejoin(head: Buffer, rest: Readable): Readable {
  const whole = new PassThrough();
  whole.write(head);
  if (rest.readableEnded) whole.end();
  else {
    rest.once("error", (error) => whole.destroy(error));
    // A browser that goes away in the middle closes the stream without an end: half a file must not count as one.
    rest.once("close", () => {
      if (!rest.readableEnded) whole.destroy(new Error("The upload was cut"));
    });
    rest.pipe(whole);
  }
  return whole;
}
