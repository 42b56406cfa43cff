import { DataTable } from "@/components/ui/data-table";
import type { UploadedCertificate } from "@/lib/caller-identity/certificate/uploaded-certificate";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { Written } from "./written";

type Props = { certificates: readonly UploadedCertificate[]; zone: string };

/** The certificates that signatures of a trace are checked with. */
export function CertificateTable({ certificates, zone }: Props) {
  const words = texts("traces.certificateTable");
  if (certificates.length === 0) return null;
  const columns = [
    { key: "subject", header: words("subject") },
    { key: "issuer", header: words("issuer") },
    { key: "valid", header: words("valid") },
    { key: "speaksFor", header: words("speaksFor") },
  ];
  const rows = certificates.map((certificate) => ({
    key: certificate.sha256,
    cells: {
      subject: (
        <>
          <Written text={certificate.subject} />
          <span className="under">
            <code>{certificate.sha256.slice(0, 16)}</code>
          </span>
        </>
      ),
      issuer: <Written text={certificate.issuer} />,
      valid: words("validText", {
        from: formatMoment(certificate.validFrom, zone),
        until: formatMoment(certificate.validUntil, zone),
      }),
      speaksFor: <Written text={speaksFor(certificate)} />,
    },
  }));
  return <DataTable caption={words("caption")} columns={columns} rows={rows} stacks />;
}

function speaksFor({ numbers, isAuthority }: UploadedCertificate): string {
  const words = texts("traces.certificateTable");
  if (numbers === "unreadable") return words("unreadable");
  if (!numbers) return words(isAuthority ? "authority" : "nobody");
  const ranges = numbers.ranges.map(({ start, count }) => words("range", { start, count }));
  return [...numbers.providers, ...numbers.numbers, ...ranges].join(", ");
}
