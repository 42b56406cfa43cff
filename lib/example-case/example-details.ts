import type { CaseDetails } from "@/lib/cases/schema";

// Everything here is made up. The numbers are from ranges that Ofcom keeps for drama: 07700 900000-999, 020 7946 0000-0999.

export const exampleDetails: CaseDetails = {
  title: "Example: calls to my mobile",
  country: "GB",
  zone: "Europe/London",
  lines: [{ number: "07700 900142", e164: "+447700900142", provider: "Example Mobile" }],
};
