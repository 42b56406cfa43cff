/** How much of a file is read, in whole percent; 100 only when all of it is. */
export function percentRead(readBytes: number, sizeBytes: number): number {
  if (sizeBytes <= 0) return 100;
  return Math.min(100, Math.max(0, Math.floor((readBytes / sizeBytes) * 100)));
}
