import { expect, test } from "vitest";
import { formValues } from "./form-state";

function posted(...fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("a name that occurs twice becomes a list, in the order of the page", () => {
  const form = posted(["kind", "silent"], ["when", "22:05"], ["kind", "threat"]);
  expect(formValues(form)).toEqual({ kind: ["silent", "threat"], when: "22:05" });
});

test("an empty field is kept, so that a person may clear what stood in it", () => {
  expect(formValues(posted(["words", ""]))).toEqual({ words: "" });
});

test("files, the fields of React and what is named to be left out do not travel back", () => {
  const form = posted(
    ["$ACTION_REF_1", ""],
    ["file", new File(["x"], "a.txt")],
    ["password", "secret"],
    ["name", "Mara"],
  );
  expect(formValues(form, ["password"])).toEqual({ name: "Mara" });
});
