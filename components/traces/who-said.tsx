import type { AssertedIdentity } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { namedBy } from "./named-by";
import { Written } from "./written";

// The sources that name a caller, besides a signature that can be read; programs, addresses and routes stand in the
// table of identities.
const namesTheCaller: readonly AssertedIdentity["source"][] = [
  "From",
  "P-Asserted-Identity",
  "P-Preferred-Identity",
  "Remote-Party-ID",
];

/** Whom each party named as the caller, one line for each that said it. */
export function WhoSaid({ identities }: { identities: readonly AssertedIdentity[] }) {
  const words = texts("traces.verdict");
  const said = identities.filter(({ source, number }) =>
    source === "Identity" ? number !== undefined : namesTheCaller.includes(source),
  );
  const lines = new Map(said.map((one) => [`${one.asserter} ${one.by ?? ""} ${namedBy(one)}`, one]));
  if (lines.size === 0) return words("none");
  return (
    <ul className="plain-list">
      {[...lines].map(([key, identity]) => (
        <li key={key}>
          {words.rich("said", {
            who: () => <Asserter identity={identity} />,
            value: () => <Written text={namedBy(identity)} />,
          })}
        </li>
      ))}
    </ul>
  );
}

function Asserter({ identity: { asserter, by } }: { identity: AssertedIdentity }) {
  const who = texts("traces.asserters")(asserter);
  if (!by || asserter === "caller") return who;
  return texts("traces.verdict").rich("by", { who, by: () => <Written text={by} /> });
}
