/** What a bench tells a person while it runs; the figures alone go to standard output. */
export function say(line: string): void {
  console.error(line);
}
