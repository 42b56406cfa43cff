import failure from "@/messages/failure.json";

/** The words of the error pages: a file of their own, because they travel with every page in case it fails. */
export const failureTexts = failure.en;
