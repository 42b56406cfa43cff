// Fields of a form as zod schemas. They say whether a text may stay and never change it; their messages are codes.
import { z } from "zod";
import { characterCount } from "./character-count";

/** A text of at most `limit` characters, empty when it was not sent. `TOO_LONG` carries the limit as a value. */
export const textField = (limit: number) =>
  z
    .string("NOT_TEXT")
    .default("")
    .refine((typed) => characterCount(typed) <= limit, { error: "TOO_LONG", params: { limit } });

export const isBlank = (typed: string) => typed.trim() === "";

/** One of the options, or "" when none was chosen. */
export const choiceField = <const Option extends string>(options: readonly Option[]) =>
  z.union([z.literal(""), z.enum(options)], "UNKNOWN_OPTION").default("");

/** Boxes to tick: one arrives as a text, several as a list, none not at all. */
export const choicesField = <const Option extends string>(options: readonly Option[]) =>
  z
    .union(
      [
        z.literal("").transform(() => []),
        z.enum(options).transform((one) => [one]),
        z.array(z.enum(options)),
      ],
      "UNKNOWN_OPTION",
    )
    .default([]);
