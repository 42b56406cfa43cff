import type { SipMessage } from "./message";

/** Value of the first header of that name, byte for letter; none when the message has no such header. */
export function headerValue({ headers, text }: SipMessage, name: string): string | undefined {
  const header = headers.find((one) => one.name === name);
  return header && text.slice(header.value.start, header.value.end);
}
