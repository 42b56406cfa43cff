import { DataTable } from "@/components/ui/data-table";
import { texts } from "@/lib/platform/texts";
import type { Host } from "@/lib/sip/call-story";
import { Written } from "./written";

/** The hosts of a call: which part each played, from which ports, with which program. */
export function PlaceTable({ hosts }: { hosts: readonly Host[] }) {
  const words = texts("traces.story");
  const columns = [
    { key: "place", header: words("place") },
    { key: "role", header: words("role") },
    { key: "ports", header: words("portsHeader") },
    { key: "software", header: words("software") },
  ];
  const rows = hosts.map((host) => ({
    key: host.id,
    cells: {
      place: <Written text={host.address} />,
      role: texts("traces.hostRoles")(host.role),
      ports: host.ports.join(", "),
      software: host.software.length > 0 ? <Written text={host.software.join(", ")} /> : words("notTold"),
    },
  }));
  return <DataTable caption={words("placesCaption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}
