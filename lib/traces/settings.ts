/** What the person says of a trace; the verdict is told again with every change. */
export type TraceSettings = {
  /** Addresses or domains of her own provider's servers: whom the verdict may trust. */
  providerHosts: string[];
  /** Certificates in PEM to check signed calls with. */
  certificates: string[];
};

export const noSettings: TraceSettings = { providerHosts: [], certificates: [] };

export function settingsContext(traceId: string, version: number): string {
  return `trace-settings:${traceId}:${version}`;
}
