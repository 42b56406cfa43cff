import ipaddr from "ipaddr.js";
import { z } from "zod";
import { textField } from "@/lib/platform/form-fields";

const HOSTS_TAKEN = 20;

/** Addresses or names of servers, parted by white space or commas. */
const hostsField = textField(2_000)
  .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
  .refine((hosts) => hosts.length <= HOSTS_TAKEN, { error: "TOO_MANY_HOSTS" })
  .refine((hosts) => hosts.every(isHost), { error: "NOT_A_HOST" });

export const traceSettingsSchema = z.object({
  providerHosts: hostsField,
  pem: textField(200_000),
});

export const matchSchema = z.object({
  call: z.coerce.number("NO_CALL").int("NO_CALL").min(1, "NO_CALL"),
  incidentId: z.uuid("NO_INCIDENT"),
});

function isHost(text: string): boolean {
  return ipaddr.isValid(text) || /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_-]+)+$/i.test(text);
}
