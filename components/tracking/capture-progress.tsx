import { FileSize } from "@/components/evidence/file-size";
import { percentRead } from "@/components/traces/percent-read";
import { texts } from "@/lib/platform/texts";
import { LookAgain } from "./look-again";

type Props = {
  capture: { readBytes: number; sizeBytes: number };
  /** The page itself. */
  href: string;
};

/** While a capture is being read: how far it is. */
export function CaptureProgress({ capture: { readBytes, sizeBytes }, href }: Props) {
  const words = texts("tracking.capturePage");
  const percent = percentRead(readBytes, sizeBytes);
  return (
    <section className="reading" aria-labelledby="reading">
      <h2 id="reading">{words("reading")}</h2>
      <progress max={100} value={percent} aria-label={words("readingLabel")}>
        {words("percent", { percent })}
      </progress>
      <p>
        <strong>{words("percent", { percent })}</strong>{" "}
        {words.rich("counts", {
          read: () => <FileSize bytes={readBytes} />,
          size: () => <FileSize bytes={sizeBytes} />,
        })}
      </p>
      <p>{words("readingLead")}</p>
      <LookAgain href={href}>{words("refresh")}</LookAgain>
    </section>
  );
}
