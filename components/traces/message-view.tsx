import { Disclosure } from "@/components/ui/disclosure";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { Endpoint } from "@/lib/captures/packet";
import { texts } from "@/lib/platform/texts";
import type { ReadMessage } from "@/lib/sip/call-story";
import { labelOf } from "@/lib/sip/ladder-label";
import type { TraceMessage } from "@/lib/sip/trace-message";
import { HeaderTable } from "./header-table";
import { MarkedText } from "./marked-text";
import { MessageFindings } from "./message-findings";
import { type HrefOfMessage, MessageLink } from "./message-link";
import { MessageSummary } from "./message-summary";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

type Props = { message: ReadMessage; startedAt?: number; zone: string; hrefOf?: HrefOfMessage };

/**
 * One message as it went over the wire, folded to one line: where from and when, its text with what is odd in it marked,
 * and every header. The anchor lies inside, for a browser unfolds what holds the place that it is sent to.
 */
export function MessageView({ message, startedAt, zone, hrefOf }: Props) {
  const words = texts("traces.message");
  const { read, seen, number } = message;
  const heading = words("heading", { number, label: labelOf(read) });
  return (
    <details className="message">
      <MessageSummary message={message} heading={heading} startedAt={startedAt} />
      <section id={`message-${number}`} tabIndex={-1} aria-label={heading}>
        <SummaryList rows={factsOf(message, zone, hrefOf)} />
        <MarkedText read={read} number={number} />
        <MessageFindings read={read} offset={seen.offset} />
        <Disclosure summary={words("headers")}>
          <HeaderTable read={read} offset={seen.offset} number={number} />
        </Disclosure>
      </section>
    </details>
  );
}

function factsOf({ seen, repeats }: ReadMessage, zone: string, hrefOf?: HrefOfMessage): SummaryRow[] {
  const words = texts("traces.message");
  const repeated =
    repeats !== undefined &&
    words.rich("repeats", {
      message: () => <MessageLink number={repeats} hrefOf={hrefOf} />,
    });
  return [
    {
      key: "at",
      term: words("at"),
      value: seen.at === undefined ? words("unplaced") : <TraceTime at={seen.at} zone={zone} withUtc />,
    },
    { key: "way", term: words("way"), value: <Way seen={seen} /> },
    { key: "place", term: words("place"), value: placeText(seen.frame, seen.offset) },
    ...(repeated ? [{ key: "repeats", term: words("repetition"), value: repeated }] : []),
    ...(seen.isCut ? [{ key: "cut", term: words("remark"), value: words("cut") }] : []),
  ];
}

function Way({ seen: { source, destination, transport } }: { seen: TraceMessage }) {
  const words = texts("traces.message");
  const carrier = texts("traces.transports")(transport);
  if (!source && !destination) return carrier;
  return words.rich("wayText", {
    from: () => <Written text={endpointText(source)} />,
    to: () => <Written text={endpointText(destination)} />,
    carrier,
  });
}

function endpointText(endpoint: Endpoint | undefined): string {
  if (!endpoint) return texts("traces.message")("unplaced");
  const { address, port } = endpoint;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function placeText(frame: number, offset: number | undefined): string {
  const words = texts("traces.message");
  if (offset === undefined) return words("pieced", { frame });
  return words("offset", { frame, offset });
}
