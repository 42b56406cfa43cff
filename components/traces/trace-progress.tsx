import { FileSize } from "@/components/evidence/file-size";
import { texts } from "@/lib/platform/texts";
import type { Trace } from "@/lib/traces/trace";
import { percentRead } from "./percent-read";
import { RefreshPage } from "./refresh-page";

const REFRESH_SECONDS = 3;

/** While a trace is being read: how far it is. The page looks again by itself, with scripts and without. */
export function TraceProgress(props: { trace: Trace; sizeBytes: number; href: string }) {
  const words = texts("traces.progress");
  const { trace, sizeBytes, href } = props;
  const percent = percentRead(trace.readBytes, sizeBytes);
  return (
    <section className="reading" aria-labelledby="reading">
      <h2 id="reading">{words("heading")}</h2>
      <progress max={100} value={percent} aria-label={words("label")}>
        {words("percent", { percent })}
      </progress>
      <p>
        <strong>{words("percent", { percent })}</strong>{" "}
        {words.rich("counts", {
          calls: trace.calls,
          messages: trace.messages,
          read: () => <FileSize bytes={trace.readBytes} />,
          size: () => <FileSize bytes={sizeBytes} />,
        })}
      </p>
      <p>{words("lead")}</p>
      <p>
        <a href={href}>{words("refresh")}</a>
      </p>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <RefreshPage seconds={REFRESH_SECONDS} />
    </section>
  );
}
