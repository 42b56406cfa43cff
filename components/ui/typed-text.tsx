/** Words as a person typed them: lines kept, direction by their own script, and kept from running over what follows. */
export function TypedText({ text }: { text: string }) {
  return (
    <div className="typed" dir="auto">
      {text}
    </div>
  );
}
