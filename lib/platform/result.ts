/** What a step gives: a value, or the code of what was wrong with its input. */
export type Result<Value, Code extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; code: Code };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fault<Code extends string>(code: Code): { ok: false; code: Code } {
  return { ok: false, code };
}
