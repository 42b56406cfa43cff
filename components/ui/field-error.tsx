export function FieldError({ name, text }: { name: string; text?: string }) {
  if (!text) return null;
  return (
    <p className="field-error" id={`${name}-error`}>
      {text}
    </p>
  );
}
