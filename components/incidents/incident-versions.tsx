import { Disclosure } from "@/components/ui/disclosure";
import { TypedText } from "@/components/ui/typed-text";
import type { IncidentVersion } from "@/lib/incidents/incident";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { IncidentFacts } from "./incident-facts";

/** All versions of an amended call, newest first: nothing that was written is ever gone. */
export function IncidentVersions({ versions, zone }: { versions: readonly IncidentVersion[]; zone: string }) {
  const words = texts("incidents.page");
  return (
    <>
      <p>
        <strong>{words("versions")}</strong>
      </p>
      {versions.toReversed().map(({ version, writtenAt, reason, content }) => (
        <Disclosure
          key={version}
          summary={words("versionBy", { version, at: formatMoment(writtenAt, zone) })}
        >
          {reason ? (
            <>
              <p>
                <strong>{words("reason")}</strong>
              </p>
              <TypedText text={reason} />
            </>
          ) : (
            <p>{words("original")}</p>
          )}
          <IncidentFacts content={content} />
        </Disclosure>
      ))}
    </>
  );
}
