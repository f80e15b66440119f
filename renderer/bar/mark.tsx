/** The product's mark, drawn in the accent of the theme. */
export function Mark({size = 20}: {size?: number}) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M16.6 5.6A8 8 0 1 0 16.6 14.4" />
      <path d="M13.4 7.4A4.2 4.2 0 1 0 13.4 12.6" />
      <path className="mark-place" d="M10.4 7.9 12.5 10 10.4 12.1 8.3 10Z" />
    </svg>
  );
}
