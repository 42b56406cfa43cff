export function DatePart(props: {
  name: string;
  label: string;
  isYear: boolean;
  isNumber: boolean;
  isWrong: boolean;
  typed?: string;
}) {
  return (
    <div className="date-part">
      <label htmlFor={props.name}>{props.label}</label>
      <input
        className={props.isYear ? "width-short" : "width-tiny"}
        id={props.name}
        name={props.name}
        type="text"
        inputMode={props.isNumber ? "numeric" : undefined}
        autoComplete="off"
        spellCheck={false}
        defaultValue={props.typed}
        aria-invalid={props.isWrong || undefined}
      />
    </div>
  );
}
