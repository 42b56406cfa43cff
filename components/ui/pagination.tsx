type PageLink = { href: string; text: string };

export function Pagination(props: { label: string; newer?: PageLink; older?: PageLink }) {
  if (!props.newer && !props.older) return null;
  return (
    <nav className="pagination" aria-label={props.label}>
      {props.newer && (
        <a rel="prev" href={props.newer.href}>
          {props.newer.text}
        </a>
      )}
      {props.older && (
        <a rel="next" className="pagination-older" href={props.older.href}>
          {props.older.text}
        </a>
      )}
    </nav>
  );
}
