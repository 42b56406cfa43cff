import { useEffect } from "react";

/** While a form has errors the tab says so; the words stay as neutral as the title they replace. */
export function useErrorTitle(hasErrors: boolean, errorTitle: string) {
  useEffect(() => {
    if (!hasErrors) return;
    const before = document.title;
    document.title = errorTitle;
    return () => {
      document.title = before;
    };
  }, [hasErrors, errorTitle]);
}
