import { DataTable } from "@/components/ui/data-table";
import type { WatermarkParameters } from "@/lib/call-tracking/watermark/watermark";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

/** A kept watermark without its secrets; `number` counts those of a case from 1. */
export type ListedWatermark = {
  id: string;
  number: number;
  createdAt: Date;
  parameters: WatermarkParameters;
};

type Props = {
  watermarks: readonly ListedWatermark[];
  zone: string;
  hrefOf?: (watermark: ListedWatermark) => string;
};

/** Every watermark of a case: when it was made, how strong it is, and how long a call it needs. */
export function WatermarkList({ watermarks, zone, hrefOf }: Props) {
  const words = texts("tracking.watermarks");
  if (watermarks.length === 0) return <p>{words("none")}</p>;
  const columns = [
    { key: "name", header: words("name") },
    { key: "made", header: words("made") },
    { key: "strength", header: words("strength") },
    { key: "needs", header: words("needs") },
  ];
  const rows = watermarks.map((watermark) => ({
    key: watermark.id,
    cells: {
      name: <Name watermark={watermark} href={hrefOf?.(watermark)} />,
      made: formatMoment(watermark.createdAt, zone),
      strength: words("strengthText", {
        bits: watermark.parameters.bits,
        shift: watermark.parameters.shiftMs,
      }),
      needs: words("needsText", { packets: watermark.parameters.packets }),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function Name({ watermark: { number }, href }: { watermark: ListedWatermark; href?: string }) {
  const name = texts("tracking.watermarks")("number", { number });
  if (!href) return name;
  return (
    <a className="trace-link" href={href}>
      {name}
    </a>
  );
}
