import { texts } from "@/lib/platform/texts";
import type { FoundCall } from "@/lib/traces/queries";
import { CallMessages } from "./call-messages";
import { HopTable } from "./hop-table";
import { IdentityTable } from "./identity-table";
import type { MessagePages } from "./message-pages";
import { PassportView } from "./passport-view";
import { PlaceTable } from "./place-table";
import { StreamTable } from "./stream-table";

type Props = { found: FoundCall; pages: MessagePages; startedAt?: number; zone: string };

/** What only those read who read signalling: every message, every statement, every place. */
export function InvestigatorView({ found, pages, startedAt, zone }: Props) {
  const words = texts("traces.callPage");
  const { story, verdict, call, legs } = found;
  return (
    <>
      <CallMessages pages={pages} count={story.messages.length} startedAt={startedAt} zone={zone} />

      <h3>{words("identities")}</h3>
      <IdentityTable identities={verdict.identities} hrefOf={pages.hrefOf} />

      <h3>{words("passports")}</h3>
      <PassportView passports={verdict.passports} zone={zone} hrefOf={pages.hrefOf} />

      <h3>{words("places")}</h3>
      <PlaceTable hosts={story.hosts} />

      <h3>{words("hops")}</h3>
      <HopTable hops={story.security} />

      <h3>{words("streams")}</h3>
      <StreamTable
        streams={[call, ...legs].flatMap((one) => one.streams)}
        zone={zone}
        unannounced={story.media.flatMap(({ unannounced }) => unannounced)}
      />
    </>
  );
}
