import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { texts } from "@/lib/platform/texts";

type Props = { caseId: string; incidentId?: string; megabytes: number; fault?: string; note?: string };

/** A plain form to a route of its own: it works without scripts and streams. The note comes first, as the file ends it. */
export function UploadForm({ caseId, incidentId, megabytes, fault, note }: Props) {
  const words = texts("evidence.upload");
  const action = `/cases/${caseId}/evidence/upload`;
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <h2>{words("heading")}</h2>
      {incidentId && <input type="hidden" name="incidentId" value={incidentId} />}
      <div className="field">
        <label htmlFor="note">{words("note")}</label>
        <p className="hint" id="note-hint">
          {words("noteHint")}
        </p>
        <input
          id="note"
          name="note"
          type="text"
          dir="auto"
          autoComplete="off"
          maxLength={2000}
          defaultValue={note}
          aria-describedby="note-hint"
        />
      </div>
      <FileField label={words("file")} hint={words("hint", { megabytes })} fault={fault} />
      <Button kind="secondary">{words("submit")}</Button>
    </form>
  );
}
