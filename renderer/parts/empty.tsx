import type {ReactNode} from 'react';

/** What to bring where there is nothing yet. */
export function Empty({title, children}: {title: string; children: ReactNode}) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
