/** Text that is already HTML. Only `html` makes it, so that typed words cannot pass for it. */
class Html {
  constructor(readonly text: string) {}
}

export type { Html };
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML with every inserted value escaped, unless it was made by `html` too. Attributes must stand in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, index) => part + render(values[index])).join(""));
}

/** Words from messages/ that carry their own tags. Never for anything a person typed. */
export function ownMarkup(text: string): Html {
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join("");
  return String(value).replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);
}
