import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FileField } from "@/components/ui/file-field";
import { texts } from "@/lib/platform/texts";
import { UploadProgress } from "./upload-progress";

type Props = {
  /** Address of the route that takes the file. */
  action: string;
  megabytes: number;
  /** Words of what stood in the way of the last upload. */
  fault?: string;
  /** What was typed before, as one text. */
  providers?: string;
};

/** A plain form to a route of its own; the text comes first, as the file ends it. Scripts add progress, and refuse too large a file. */
export function TraceUploadForm({ action, megabytes, fault, providers }: Props) {
  const words = texts("traces.upload");
  return (
    <form id="trace-upload" method="post" action={action} encType="multipart/form-data" noValidate>
      <h2>{words("heading")}</h2>
      <Disclosure summary={words("providersQuestion")} isOpen={Boolean(providers)}>
        <div className="field">
          <label htmlFor="providers">{words("providers")}</label>
          <p className="hint" id="providers-hint">
            {words("providersHint")}
          </p>
          <input
            id="providers"
            name="providers"
            type="text"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            defaultValue={providers}
            aria-describedby="providers-hint"
          />
        </div>
      </Disclosure>
      <FileField label={words("file")} hint={words("hint", { megabytes })} fault={fault} />
      <Button>{words("submit")}</Button>
      <UploadProgress
        form="trace-upload"
        maxBytes={megabytes * 1_000_000}
        texts={{
          label: words("progress"),
          sending: words("sending", { percent: "{percent}" }),
          sent: words("sent"),
          broken: words("broken"),
          tooLarge: words("tooLarge", { size: "{size}", megabytes }),
        }}
      />
    </form>
  );
}
