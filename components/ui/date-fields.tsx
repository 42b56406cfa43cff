"use client";

import type { ReactNode } from "react";
import { DatePart } from "./date-part";
import { Fieldset } from "./fieldset";
import { useField } from "./form-context";

const parts = ["day", "month", "year"] as const;
const monthFirst = ["month", "day", "year"] as const;

/**
 * Three text fields `<name>-day`, `<name>-month`, `<name>-year`; the month also takes a month's name. An error of
 * `<name>` belongs to the whole date, one of `<name>-month` to that part.
 */
export function DateFields(props: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  labels: Record<(typeof parts)[number], string>;
  /** Names of the three fields where they are not `<name>-day` and so on. */
  partNames?: Record<(typeof parts)[number], string>;
  isMonthFirst?: boolean;
  asHeading?: boolean;
  defaultValue?: Record<(typeof parts)[number], string>;
}) {
  const { name } = props;
  const nameOf = (part: (typeof parts)[number]) => props.partNames?.[part] ?? `${name}-${part}`;
  const whole = useField(name, props.hint);
  const day = useField(nameOf("day"));
  const month = useField(nameOf("month"));
  const year = useField(nameOf("year"));
  const of = { day, month, year };
  const error = whole.error ?? day.error ?? month.error ?? year.error;
  const ids = [props.hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <Fieldset
      name={name}
      legend={props.legend}
      hint={props.hint}
      error={error}
      asHeading={props.asHeading}
      describedBy={ids || undefined}
    >
      <div className="date-parts">
        {(props.isMonthFirst ? monthFirst : parts).map((part) => (
          <DatePart
            key={part}
            name={nameOf(part)}
            label={props.labels[part]}
            isYear={part === "year"}
            isNumber={part !== "month"}
            isWrong={Boolean(whole.error ?? of[part].error)}
            typed={of[part].typed?.[0] ?? props.defaultValue?.[part]}
          />
        ))}
      </div>
    </Fieldset>
  );
}
