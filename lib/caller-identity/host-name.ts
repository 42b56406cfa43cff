/** Whether a host is a name that somebody operates: no address, and none of the names that nobody can own (RFC 2606). */
export function isHostName(host: string): boolean {
  const isName = host.includes(".") && !host.includes(":") && !/^[\d.]+$/.test(host);
  return isName && !/(^|\.)(invalid|localhost|local)$/.test(host);
}
