/** Countries whose law and wording Nightjar knows (ISO 3166-1 alpha-2). */
export const countries = ["US", "GB", "CA", "AU"] as const;
export type Country = (typeof countries)[number];
