/**
 * The way out, on every page. Without scripts a plain link; `/leave.js` adds the instant blank page and the
 * Shift key, and speaks the two sentences `twoMore` and `oneMore` to a screen reader.
 */
export function LeaveButton(props: { text: string; twoMore: string; oneMore: string }) {
  return (
    <>
      <a className="leave" href="/leave" rel="nofollow noreferrer" data-leave="">
        {props.text}
      </a>
      <span
        className="visually-hidden"
        role="status"
        data-leave-status=""
        data-two-more={props.twoMore}
        data-one-more={props.oneMore}
      />
    </>
  );
}
