"use client";

import type { ChoiceOption } from "@/components/ui/choice";
import { useField } from "@/components/ui/form-context";
import { Radios } from "@/components/ui/radios";

/** Asked only for the one hour a year that comes twice: once it was met, or was answered before. */
export function WhichHour(props: { legend: string; hint: string; options: ChoiceOption[] }) {
  const { error, typed } = useField("whichHour");
  if (!error && !typed?.[0]) return null;
  return <Radios name="whichHour" legend={props.legend} hint={props.hint} options={props.options} />;
}
