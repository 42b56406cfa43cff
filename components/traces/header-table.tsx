import { DataTable } from "@/components/ui/data-table";
import { texts } from "@/lib/platform/texts";
import { readableText } from "@/lib/sip/ladder-text";
import type { Header, SipMessage } from "@/lib/sip/message";

const MOST_HEADERS = 500;

/** Every header of a message with its place in the bytes. */
export function HeaderTable({ read, offset, number }: { read: SipMessage; offset?: number; number: number }) {
  const words = texts("traces.message");
  const columns = [
    { key: "name", header: words("name") },
    { key: "value", header: words("value") },
    { key: "bytes", header: words("bytes"), isNumber: true },
    ...(offset === undefined ? [] : [{ key: "file", header: words("inFile"), isNumber: true }]),
  ];
  const shown = read.headers.slice(0, MOST_HEADERS);
  const rest = read.headers.length - shown.length;
  const rows = shown.map((header) => ({
    key: String(header.range.start),
    cells: {
      name: <code translate="no">{readableText(header.name)}</code>,
      value: (
        <code className="header-value" translate="no">
          {readableText(read.text, header.value)}
        </code>
      ),
      bytes: bytesText(header),
      file: offset !== undefined && words("byte", { byte: offset + header.range.start }),
    },
  }));
  return (
    <>
      <DataTable
        caption={words("headersCaption", { number })}
        isCaptionHidden
        columns={columns}
        rows={rows}
        stacks
      />
      {rest > 0 && <p>{words("moreHeaders", { rest })}</p>}
    </>
  );
}

/** Counted from 0, the last one included. */
function bytesText({ range: { start, end } }: Header): string {
  return texts("traces.message")("range", { start, end: Math.max(start, end - 1) });
}
