import { type FormFault, schemaFaults } from "@/lib/platform/form-faults";
import { type LetterInput, letterSchema } from "./letter";

export type LetterFormRead =
  | { ok: true; input: LetterInput; seenVersion: number }
  | { ok: false; errors: FormFault[] };

/** Reads the letter's form: the person's texts, and the version that she saw when she began to write. */
export function readLetterForm(values: Record<string, unknown>): LetterFormRead {
  // Forms send line ends as CR LF; the letter keeps one kind.
  const texts = Object.entries(values).map(([name, text]) => [
    name,
    typeof text === "string" ? text.replace(/\r\n?/g, "\n") : text,
  ]);
  const read = letterSchema.safeParse(Object.fromEntries(texts));
  if (!read.success) return { ok: false, errors: schemaFaults(read.error) };
  return { ok: true, input: read.data, seenVersion: Number.parseInt(String(values.version), 10) || 0 };
}
