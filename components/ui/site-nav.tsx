"use client";

import { usePathname } from "next/navigation";

export type NavLink = { href: string; text: string };

/** The rooms of an account or a case; on a narrow screen they fold behind `label`. */
export function SiteNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  const here = currentOf(links, usePathname());
  return (
    <nav className="site-nav" aria-label={label}>
      <details>
        <summary>{label}</summary>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link === here ? "page" : undefined}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** The link with the longest path that the page stands under. */
function currentOf(links: readonly NavLink[], path: string): NavLink | undefined {
  return links
    .filter((link) => path === link.href || path.startsWith(`${link.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
