import { DataTable } from "@/components/ui/data-table";
import { texts } from "@/lib/platform/texts";
import type { HopSecurity } from "@/lib/sip/call-story";
import { Written } from "./written";

/** What protected each hop, as far as the trace shows. */
export function HopTable({ hops }: { hops: readonly HopSecurity[] }) {
  const words = texts("traces.story");
  if (hops.length === 0) return <p>{words("noHops")}</p>;
  const columns = [
    { key: "from", header: words("hop") },
    { key: "to", header: words("hopTo") },
    { key: "signalling", header: words("signalling") },
    { key: "media", header: words("media") },
    { key: "login", header: words("login") },
  ];
  const rows = hops.map((hop) => ({
    key: `${hop.from} ${hop.to}`,
    cells: {
      from: <Written text={hop.from} />,
      to: <Written text={hop.to} />,
      signalling: texts("traces.signalling")(hop.signalling),
      media: texts("traces.mediaSecurity")(hop.media),
      login: <Credentials hop={hop} />,
    },
  }));
  return <DataTable caption={words("hopsCaption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function Credentials({ hop: { digest, certificate, hasPreSharedKey } }: { hop: HopSecurity }) {
  const words = texts("traces.story");
  const nothing = words("notTold");
  return (
    <ul className="plain-list">
      {digest && <li>{words.rich("digest", { algorithm: () => <Written text={digest} /> })}</li>}
      {certificate && (
        <li>
          {words.rich(certificate.isClient ? "clientCertificate" : "certificate", {
            subject: () => <Written text={certificate.subject ?? nothing} />,
            issuer: () => <Written text={certificate.issuer ?? nothing} />,
          })}
        </li>
      )}
      {hasPreSharedKey && <li>{words("preSharedKey")}</li>}
      {!digest && !certificate && !hasPreSharedKey && <li>{words("noCredentials")}</li>}
    </ul>
  );
}
