import type { NavLink } from "./site-nav";

export function SiteFooter({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <footer className="site-footer">
      <nav aria-label={label}>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
