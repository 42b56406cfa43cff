type Level = "info" | "warn" | "error";
type Field = string | number | boolean | undefined;

/**
 * One JSON line. `event` and field names are ours; a value is an id, a code, a count or a duration, never a word that
 * a person typed. An error is told by its name, code and place only: its message may quote content.
 */
export function log(level: Level, event: string, fields: Record<string, Field> = {}): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...fields })}\n`);
}

export function errorFields(error: unknown): Record<string, Field> {
  if (!(error instanceof Error)) return { error: "unknown" };
  const place = error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
  return { error: error.name, code: (error as { code?: string }).code, place };
}
