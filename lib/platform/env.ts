import { resolve } from "node:path";
import { z } from "zod";

const environmentSchema = z.object({
  DATABASE_URL: z
    .string("DATABASE_URL is missing: the address of a PostgreSQL database (npm start brings its own)")
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgresql://"),
  NIGHTJAR_DATA: z.string().min(1).default("data"),
  NIGHTJAR_LEAVE_TO: z
    .url({ protocol: /^https?$/, error: "NIGHTJAR_LEAVE_TO must be an http or https address" })
    .default("https://www.bbc.co.uk/weather"),
  NIGHTJAR_MAX_FILE_MB: z.coerce
    .number("NIGHTJAR_MAX_FILE_MB must be a number of megabytes")
    .int()
    .min(1)
    .max(10_000)
    .default(200),
  NIGHTJAR_TRUSTED_PROXIES: z.coerce
    .number("NIGHTJAR_TRUSTED_PROXIES must be the number of reverse proxies in front of Nightjar")
    .int()
    .min(0)
    .max(5)
    .default(0),
});

export type Environment = z.infer<typeof environmentSchema> & { dataFolder: string };

/** Reads the settings. Throws one error that lists every fault, so that they are mended in one go. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text !== ""));
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Nightjar cannot start with these settings:\n${faults.join("\n")}`);
  }
  return { ...read.data, dataFolder: resolve(read.data.NIGHTJAR_DATA) };
}

let environment: Environment | undefined;

export function env(): Environment {
  environment ??= readEnvironment();
  return environment;
}
