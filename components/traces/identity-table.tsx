import { DataTable } from "@/components/ui/data-table";
import type { AssertedIdentity } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { type HrefOfMessage, MessageLink } from "./message-link";
import { Written } from "./written";

/** Every identity that a trace holds, each with who said it and the message that holds it. */
export function IdentityTable(props: { identities: readonly AssertedIdentity[]; hrefOf?: HrefOfMessage }) {
  const words = texts("traces.identities");
  if (props.identities.length === 0) return <p>{words("none")}</p>;
  const columns = [
    { key: "source", header: words("source") },
    { key: "value", header: words("value") },
    { key: "who", header: words("who") },
    { key: "message", header: words("message") },
  ];
  const rows = props.identities.map((identity, index) => ({
    key: String(index),
    cells: {
      source: texts("traces.identitySources")(identity.source),
      value: <IdentityValue identity={identity} />,
      who: <WhoSaid identity={identity} />,
      message: <MessageLink number={identity.message} hrefOf={props.hrefOf} />,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function IdentityValue({ identity: { value, displayName, number } }: { identity: AssertedIdentity }) {
  const words = texts("traces.identities");
  return (
    <>
      <code>
        <Written text={value} />
      </code>
      {displayName && !value.includes(displayName) && (
        <span className="under">{words.rich("name", { name: () => <Written text={displayName} /> })}</span>
      )}
      {number && number !== value && <span className="under">{words("number", { number })}</span>}
    </>
  );
}

function WhoSaid({ identity: { asserter, by, isSeenAdded, trust } }: { identity: AssertedIdentity }) {
  const who = texts("traces.asserters")(asserter);
  return (
    <div className="who">
      {by ? texts("traces.verdict").rich("by", { who, by: () => <Written text={by} /> }) : who}
      {by && isSeenAdded && <span className="under">{texts("traces.identities")("seenAdded")}</span>}
      <span className="under">{texts("traces.trust")(trust)}</span>
    </div>
  );
}
