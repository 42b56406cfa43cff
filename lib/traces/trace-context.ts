/** The place of a trace's sealed end. */
export function traceContext(traceId: string): string {
  return `trace:${traceId}`;
}
