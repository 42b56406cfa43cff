import { texts } from "@/lib/platform/texts";
import type { AnnexMaterial, Placing } from "../annex-material";
import { leadingPlace } from "../leading-place";
import type { AnnexBlock } from "../plot";
import { bitsPicture } from "../plots/bits-picture";
import { delayPicture } from "../plots/delay-picture";
import { distancesPicture } from "../plots/distances-picture";
import { timingPicture } from "../plots/timing-picture";
import { sectionHeading } from "./heading";

/** The heading is not left behind on the page before its first picture, in points. */
const HEAD_AND_PICTURE = 360;

/** Each picture with its title, how to read it, and its table. */
export function* pictureBlocks({ result }: AnnexMaterial, placing: Placing): Generator<AnnexBlock> {
  const words = texts("tracking.annex.pictures");
  const place = leadingPlace(result);
  const { delay, bits } = result.candidates[place]?.plots ?? {};
  const ofFlow = [
    ...(bits?.length && result.watermark ? [bitsPicture(bits, result.watermark.parameters)] : []),
    ...(delay?.length ? [delayPicture(delay)] : []),
  ];
  const ofAll = [
    ...(result.watermark ? [distancesPicture(result.watermark)] : []),
    ...(result.timingScores?.length ? [timingPicture(result.timingScores)] : []),
  ];
  if (ofFlow.length + ofAll.length === 0) return;
  yield { kind: "together", height: HEAD_AND_PICTURE };
  yield sectionHeading(words("heading"), placing);
  if (ofFlow.length > 0) yield { kind: "paragraph", text: words("of", { number: place + 1 }) };
  for (const picture of [...ofFlow, ...ofAll]) yield* picture;
}
