import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormContext } from "./form-context";
import { TextField } from "./text-field";

function drawn(field: React.ReactNode): string {
  const state = {
    values: { number: "+44 20", password: "secret" },
    errors: [{ field: "number", text: "Enter the number" }],
  };
  return renderToStaticMarkup(<FormContext value={{ state, isSending: false }}>{field}</FormContext>);
}

test("a field keeps what was typed and says its error beside it in the words of the summary", () => {
  const field = drawn(<TextField name="number" label="Number" hint="As shown" />);
  expect(field).toContain('value="+44 20"');
  expect(field).toContain('aria-describedby="number-hint number-error"');
  expect(field).toContain('<p class="field-error" id="number-error">Enter the number</p>');
});

test("a password never travels back inside a page", () => {
  expect(drawn(<TextField name="password" type="password" label="Password" />)).not.toContain("secret");
});
