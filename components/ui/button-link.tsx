import type { ReactNode } from "react";
import { type ButtonKind, buttonClass } from "./button-class";

export function ButtonLink({
  href,
  kind,
  children,
}: {
  href: string;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  return (
    <a className={buttonClass(kind)} href={href}>
      {children}
    </a>
  );
}
