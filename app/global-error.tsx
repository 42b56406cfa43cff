"use client";

import { failureTexts } from "@/app/_request/failure-texts";
import { leaveScript, styleSheets } from "@/app/_request/public-files";
import { Failure } from "@/components/ui/failure";
import { LeaveButton } from "@/components/ui/leave-button";
import { SiteHeader } from "@/components/ui/site-header";

const { name, leave, leaveTwoMore, leaveOneMore } = failureTexts;

/** Stands in for the whole page when even the layout failed. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>{failureTexts.tabTitle}</title>
        {styleSheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script async src={leaveScript} />
      </head>
      <body>
        <SiteHeader
          name={name}
          leave={<LeaveButton text={leave} twoMore={leaveTwoMore} oneMore={leaveOneMore} />}
        />
        <Failure texts={failureTexts} />
      </body>
    </html>
  );
}
