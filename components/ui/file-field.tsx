import { FieldError } from "./field-error";

type Props = { label: string; hint: string; fault?: string };

/** The one file of an upload form that posts to a route, under the name "file". */
export function FileField({ label, hint, fault }: Props) {
  return (
    <div className={fault ? "field field-wrong" : "field"}>
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-hint">
        {hint}
      </p>
      <FieldError name="file" text={fault} />
      <input
        id="file"
        name="file"
        type="file"
        aria-describedby={fault ? "file-hint file-error" : "file-hint"}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  );
}
