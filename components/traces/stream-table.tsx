import { DataTable } from "@/components/ui/data-table";
import type { Endpoint } from "@/lib/captures/packet";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import { texts } from "@/lib/platform/texts";
import { secondsText } from "./seconds-text";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

type Props = {
  streams: readonly RtpStream[];
  zone: string;
  /** Sources of sound that no message had announced, from the story. */
  unannounced?: readonly string[];
};

/** The streams of sound as the capture saw them: how much, how well, from where. */
export function StreamTable({ streams, zone, unannounced = [] }: Props) {
  const words = texts("traces.streams");
  if (streams.length === 0) return <p>{words("none")}</p>;
  const columns = [
    { key: "way", header: words("way") },
    { key: "sound", header: words("sound") },
    { key: "packets", header: words("packets"), isNumber: true },
    { key: "lost", header: words("lost"), isNumber: true },
    { key: "jitter", header: words("jitter"), isNumber: true },
    { key: "remarks", header: words("remarks") },
  ];
  const rows = streams.map((stream, index) => ({
    key: String(index),
    cells: {
      way: <Way stream={stream} unannounced={unannounced} />,
      sound: <Sound stream={stream} zone={zone} />,
      packets: words("count", { count: stream.packets }),
      lost: lostText(stream),
      jitter: <Jitter stream={stream} />,
      remarks: <Remarks stream={stream} />,
    },
  }));
  return <DataTable caption={words("caption")} columns={columns} rows={rows} stacks />;
}

function Way({ stream, unannounced }: { stream: RtpStream; unannounced: readonly string[] }) {
  const words = texts("traces.streams");
  const { source, destination } = stream;
  const from = endpointText(source);
  const isUnannounced = unannounced.includes(source.address) || unannounced.includes(from);
  return (
    <>
      {words.rich("wayText", {
        from: () => <Written text={from} />,
        to: () => <Written text={endpointText(destination)} />,
      })}
      {isUnannounced && <span className="under">{words("unannounced")}</span>}
    </>
  );
}

function endpointText({ address, port }: Endpoint): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function Sound({ stream, zone }: { stream: RtpStream; zone: string }) {
  const words = texts("traces.streams");
  const { codec, payloadTypes, security, startedAt, endedAt } = stream;
  const unknown = words("unknownCodec", { types: payloadTypes.join(", ") });
  return (
    <>
      {codec ? <Written text={codec} /> : unknown}, {secondsText(endedAt - startedAt, 1)}
      <span className="under">
        <TraceTime at={startedAt} zone={zone} />
      </span>
      {security && <span className="under">{texts("traces.mediaSecurity")(security)}</span>}
    </>
  );
}

/** Of the packets that were to come: those seen without the double ones, and the lost (RFC 3550 A.3). */
function lostText({ lost, packets, duplicates }: RtpStream): string {
  const words = texts("traces.streams");
  const missing = Math.max(0, lost);
  const expected = missing + packets - duplicates;
  if (missing === 0 || expected <= 0) return words("lostNone");
  return words("lostText", { percent: ((missing / expected) * 100).toFixed(1), count: missing });
}

function Jitter({ stream: { meanJitterMs, maxJitterMs } }: { stream: RtpStream }) {
  const words = texts("traces.streams");
  if (meanJitterMs === undefined) return words("notMeasured");
  const most = maxJitterMs ?? meanJitterMs;
  return (
    <>
      <span className="whole">{words("milliseconds", { value: meanJitterMs.toFixed(1) })}</span>
      <span className="under">{words("atMost", { value: most.toFixed(1) })}</span>
    </>
  );
}

function Remarks({ stream }: { stream: RtpStream }) {
  const remarks = remarksOn(stream);
  const { digits } = stream;
  if (remarks.length === 0 && digits.length === 0) return texts("traces.streams")("noRemarks");
  return (
    <ul className="plain-list">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
      {digits.length > 0 && (
        <li>
          <Digits digits={digits} />
        </li>
      )}
    </ul>
  );
}

function remarksOn({
  outOfOrder,
  duplicates,
  restarts = 0,
  gaps,
  reported,
  isShortened,
}: RtpStream): string[] {
  const words = texts("traces.streams");
  const seconds = gaps.reduce((sum, gap) => sum + gap.seconds, 0).toFixed(1);
  return [
    ...(gaps.length > 0 ? [words("gaps", { count: gaps.length, seconds })] : []),
    ...(outOfOrder > 0 ? [words("order", { count: outOfOrder })] : []),
    ...(duplicates > 0 ? [words("double", { count: duplicates })] : []),
    ...(restarts > 0 ? [words("restarts", { count: restarts })] : []),
    ...(reported?.packets === undefined ? [] : [words("reportedSent", { count: reported.packets })]),
    ...(reported?.lost === undefined ? [] : [words("reportedLost", { count: reported.lost })]),
    ...(isShortened ? [words("shortened")] : []),
  ];
}

function Digits({ digits }: Pick<RtpStream, "digits">) {
  const words = texts("traces.streams");
  return (
    <>
      <details className="keys">
        <summary>{words("digits", { count: digits.length })}</summary>
        <code>{digits.map(({ key }) => key).join(" ")}</code>
      </details>
      <span className="under">{words("digitsHint")}</span>
    </>
  );
}
