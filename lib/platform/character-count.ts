/** How many characters a person sees in a text field: code points, with the CR LF that browsers send as one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const character of text.replaceAll("\r\n", "\n")) if (character) count += 1;
  return count;
}
