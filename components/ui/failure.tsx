"use client";

import { SiteMain } from "./site-main";
import { useErrorTitle } from "./use-error-title";

export type FailureTexts = {
  tabTitle: string;
  heading: string;
  safe: string;
  next: string;
  again: string;
  start: string;
};

/** What a person sees when a page could not be drawn. */
export function Failure({ texts }: { texts: FailureTexts }) {
  useErrorTitle(true, texts.tabTitle);
  return (
    <SiteMain>
      <h1>{texts.heading}</h1>
      <p>{texts.safe}</p>
      <p>{texts.next}</p>
      <p className="button-row">
        <button type="button" className="button" onClick={() => location.reload()}>
          {texts.again}
        </button>
        <a href="/">{texts.start}</a>
      </p>
    </SiteMain>
  );
}
