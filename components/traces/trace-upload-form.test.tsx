import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TraceUploadForm } from "./trace-upload-form";

const drawn = (fault?: string) =>
  renderToStaticMarkup(<TraceUploadForm action="/cases/c/traces/upload" megabytes={500} fault={fault} />);

test("without scripts the form posts the text before the file, as the file ends it", () => {
  const html = drawn();
  expect(html).toContain('action="/cases/c/traces/upload" encType="multipart/form-data" method="post"');
  expect(html.indexOf('name="providers"')).toBeLessThan(html.indexOf('name="file"'));
});

test("the largest size is told before a byte is sent", () => {
  expect(drawn()).toContain("Up to 500 MB");
});

test("what went wrong stands beside the file and belongs to it", () => {
  const html = drawn("Choose a file");
  expect(html).toContain('id="file-error">Choose a file');
  expect(html).toContain('aria-describedby="file-hint file-error" aria-invalid="true"');
});
