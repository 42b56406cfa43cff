import type { ReactNode } from "react";

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; detail?: ReactNode };

/** One radio or checkbox; `detail` shows only while the option is chosen, by style sheet alone. */
export function Choice(props: {
  type: "radio" | "checkbox";
  name: string;
  id: string;
  option: ChoiceOption;
  isChosen: boolean;
}) {
  const { id, option } = props;
  return (
    <div className="choice">
      <input
        type={props.type}
        id={id}
        name={props.name}
        value={option.value}
        defaultChecked={props.isChosen}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <p className="hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      )}
      {option.detail && <div className="choice-detail">{option.detail}</div>}
    </div>
  );
}
