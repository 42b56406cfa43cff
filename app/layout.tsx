import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { leaveScript, styleSheets } from "@/app/_request/public-files";
import { LeaveButton } from "@/components/ui/leave-button";
import { SiteFooter } from "@/components/ui/site-footer";
import { SiteHeader } from "@/components/ui/site-header";
import { SkipLink } from "@/components/ui/skip-link";
import { defaultLocale, directions, texts } from "@/lib/platform/texts";

const site = texts("site");

// A phone must not turn a caller's number into a link that calls back with one touch.
export const metadata: Metadata = {
  title: site("tabTitle"),
  robots: { index: false, follow: false },
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // A page drawn before the request has no nonce, and its scripts would not run.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={defaultLocale} dir={directions[defaultLocale]}>
      <head>
        {styleSheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script async src={leaveScript} nonce={nonce} />
      </head>
      <body>
        <SkipLink>{site("skip")}</SkipLink>
        <SiteHeader
          name={site("name")}
          leave={
            <LeaveButton text={site("leave")} twoMore={site("leaveTwoMore")} oneMore={site("leaveOneMore")} />
          }
        />
        {children}
        <SiteFooter
          label={site("footer")}
          links={[
            { href: "/safety", text: site("safety") },
            { href: "/sign-in", text: site("signIn") },
          ]}
        />
      </body>
    </html>
  );
}
