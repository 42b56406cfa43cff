import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

export const matchReasonKinds = [
  "time",
  "same-number",
  "number-ends-alike",
  "both-withheld",
  "other-number",
] as const;
/** Why a call of the record may be the call of the trace; `minutes` goes with "time". */
export type MatchReason = { kind: (typeof matchReasonKinds)[number]; minutes?: number };

/** A call of the person's record that is proposed, with how it is called on screen. */
export type ProposedIncident = { id: string; title: string; href: string; reasons: readonly MatchReason[] };

type Props = {
  proposed: readonly ProposedIncident[];
  /** The one that the person has confirmed. */
  confirmed?: { id: string; title: string; href: string };
  confirm: FormAction;
  remove: FormAction;
  formTexts: FormTexts;
  /** Which trace and call it is for; `incidentId` is added. */
  hidden: Record<string, string>;
};

/** Proposes which call of the record a call of the trace is. The person decides. */
export function MatchForm({ proposed, confirmed, confirm, remove, formTexts, hidden }: Props) {
  const words = texts("traces.match");
  if (confirmed) {
    return (
      <>
        <p>{words.rich("confirmed", { incident: () => <a href={confirmed.href}>{confirmed.title}</a> })}</p>
        <ActionForm action={remove} texts={formTexts} hidden={{ ...hidden, incidentId: confirmed.id }}>
          <SubmitButton kind="secondary">{words("remove")}</SubmitButton>
        </ActionForm>
      </>
    );
  }
  if (proposed.length === 0) return <p>{words("none")}</p>;
  return (
    <>
      <h3>{words("heading")}</h3>
      <p>{words("lead")}</p>
      <ul className="proposals">
        {proposed.map((incident) => (
          <li key={incident.id}>
            <a href={incident.href}>{incident.title}</a>
            <Reasons reasons={incident.reasons} />
            <ActionForm action={confirm} texts={formTexts} hidden={{ ...hidden, incidentId: incident.id }}>
              <SubmitButton kind="secondary">{words("confirm")}</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly MatchReason[] }) {
  const words = texts("traces.matchReasons");
  return (
    <ul className="hint">
      {reasons.map(({ kind, minutes = 0 }) => (
        <li key={kind}>{words(kind, { minutes })}</li>
      ))}
    </ul>
  );
}
