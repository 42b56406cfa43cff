import { randomUUID } from "node:crypto";

/** Name and value of each field; a name may come several times, as for boxes. */
export type FormFields = readonly (readonly [name: string, value: string])[];

/** The hidden fields of the form in `html` that has a field called `fieldName`, among them where React finds its action. */
export function readForm(html: string, fieldName: string): FormFields | undefined {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((candidate) => candidate.includes(`name="${fieldName}"`));
  return form
    ?.match(/<input type="hidden"[^>]*>/g)
    ?.map((input) => [attribute(input, "name"), attribute(input, "value")]);
}

/** The same form with some fields filled in; fields that the page gave a value get the new one. */
export function fillForm(form: FormFields, values: Record<string, string | readonly string[]>): FormFields {
  const typed = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return [...form.filter(([name]) => !(name in values)), ...typed];
}

/** The body that a browser sends for a form with `enctype="multipart/form-data"` (RFC 7578). */
export function multipartOf(fields: FormFields): { contentType: string; body: Buffer } {
  const boundary = `----${randomUUID()}`;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Buffer.from(`${parts.join("")}--${boundary}--\r\n`);
  return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return unescaped(value);
}

export function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
