import { bodyParts } from "../multipart";
import { readSdp } from "../sdp";
import type { SdpMedia } from "../sdp-media";
import type { Line } from "./line";

/** One media line of a description, with who wrote it and where it was seen. */
export type Described = { line: Line; place: number; media: SdpMedia; address: string };

/** All media lines of all descriptions, each description once however many hops it took. */
export function describedMedia(lines: Line[]): Described[] {
  const seen = new Set<string>();
  const found: Described[] = [];
  for (const line of lines) {
    for (const { contentType, range } of bodyParts(line.read)) {
      if (contentType !== "application/sdp") continue;
      const key = `${line.call} ${line.facts.isRequest === (line.facts.fromTag !== "")} ${line.read.text.slice(range.start, range.end)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const [place, media] of readSdp(line.read.text, range).media.entries()) {
        found.push({ line, place, media, address: (media.connection?.address ?? "").toLowerCase() });
      }
    }
  }
  return found;
}
