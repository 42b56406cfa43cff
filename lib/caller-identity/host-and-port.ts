/** `192.0.2.1:5060`, `[2001:db8::1]:5060`. */
export function hostAndPort(address: string, port: number | string): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
