import { FileSize } from "@/components/evidence/file-size";
import { DataTable } from "@/components/ui/data-table";
import type { SealedPacket } from "@/lib/evidence-packets/packet";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

type Props = { packets: readonly SealedPacket[]; zone: string; hrefOf?: (packet: SealedPacket) => string };

/** Sealed packets with the fingerprints by which they are checked; a link to each where it may be taken. */
export function PacketTable({ packets, zone, hrefOf }: Props) {
  const words = texts("packets.page");
  const columns = [
    { key: "made", header: words("made") },
    { key: "calls", header: words("calls"), isNumber: true },
    { key: "files", header: words("files"), isNumber: true },
    { key: "size", header: words("size"), isNumber: true },
    { key: "fingerprint", header: words("fingerprint") },
  ];
  const rows = packets.map((packet) => {
    const at = formatMoment(packet.createdAt, zone);
    return {
      key: packet.id,
      cells: {
        made: hrefOf ? (
          <a href={hrefOf(packet)} download>
            {words("downloadOf", { at })}
          </a>
        ) : (
          at
        ),
        calls: packet.calls,
        files: packet.files,
        size: <FileSize bytes={packet.sizeBytes} />,
        fingerprint: <code className="hash">{packet.fingerprint}</code>,
      },
    };
  });
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}
